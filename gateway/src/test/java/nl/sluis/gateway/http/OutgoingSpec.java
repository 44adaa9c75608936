package nl.sluis.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// A file that is made while it is sent stops when nobody reads it.
final class OutgoingSpec {
  private static final int PIECE = 64 * 1024;

  @Test
  void who_does_not_read_on_keeps_no_thread_and_no_memory() throws Exception {
    var ended = new CompletableFuture<IOException>();
    var vertx = Vertx.vertx();
    var server =
        vertx
            .createHttpServer()
            .requestHandler(
                request ->
                    Outgoing.send(
                        request.response().setChunked(true),
                        out -> {
                          try {
                            while (true) {
                              out.write(new byte[PIECE]);
                            }
                          } catch (IOException e) {
                            ended.complete(e);
                            throw e;
                          }
                        },
                        Duration.ofMillis(300)))
            .listen(0, "localhost")
            .await(10, TimeUnit.SECONDS);
    try (var line = new Socket("localhost", server.actualPort())) {
      line.getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

      assertThat(ended.get(30, TimeUnit.SECONDS)).hasMessage("the browser does not read");
    } finally {
      vertx.close().await(10, TimeUnit.SECONDS);
    }
  }
}
