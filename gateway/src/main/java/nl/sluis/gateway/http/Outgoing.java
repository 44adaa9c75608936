package nl.sluis.gateway.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import nl.sluis.gateway.vorm.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends a file while it is made, on a thread of its own that waits for the browser: no more than
/// one piece is in memory, however long the file is.
final class Outgoing extends OutputStream {
  private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);
  private static final int PIECE = 16 * 1024;

  private final HttpServerResponse response;

  private Outgoing(HttpServerResponse response) {
    this.response = response;
  }

  /// Sends it; what fails halfway breaks the connection off.
  static void send(HttpServerResponse response, View.Content content) {
    Thread.ofVirtual().start(() -> run(response, content));
  }

  private static void run(HttpServerResponse response, View.Content content) {
    try (var out = new BufferedOutputStream(new Outgoing(response), PIECE)) {
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
              .join();
    } catch (CompletionException | IllegalStateException e) {
      throw new IOException("the browser is gone", e);
    }
  }
}
