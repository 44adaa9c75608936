package nl.sluis.gateway.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.sluis.gateway.vorm.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends a file while it is made, on a thread of its own that waits for the browser: no more than
/// one piece is in memory, however long the file is.
final class Outgoing extends OutputStream {
  private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);
  private static final int PIECE = 16 * 1024;

  private final HttpServerResponse response;
  private final Duration patience;

  private Outgoing(HttpServerResponse response, Duration patience) {
    this.response = response;
    this.patience = patience;
  }

  /// Sends it; what fails halfway breaks the connection off.
  ///
  /// @param patience how long the other side may take over one piece; the whole may take longer
  static void send(HttpServerResponse response, View.Content content, Duration patience) {
    Thread.ofVirtual().start(() -> run(response, content, patience));
  }

  private static void run(HttpServerResponse response, View.Content content, Duration patience) {
    try (var out = new BufferedOutputStream(new Outgoing(response, patience), PIECE)) {
      content.write(out);
      out.flush();
      var _ = response.end();
    } catch (IOException | SQLException | RuntimeException e) {
      // The class says enough; a message might hold what it should not.
      LOG.warn("a file was broken off: {}", e.getClass().getName());
      var _ = response.reset();
    }
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      var _ =
          response
              .write(Buffer.buffer(length).appendBytes(bytes, from, length))
              .toCompletionStage()
              .toCompletableFuture()
              .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | IllegalStateException e) {
      throw new IOException("the browser is gone", e);
    } catch (TimeoutException e) {
      throw new IOException("the browser does not read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the gateway stops", e);
    }
  }
}
