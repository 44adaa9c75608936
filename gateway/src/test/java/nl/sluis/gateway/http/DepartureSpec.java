package nl.sluis.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Refusals leave on the grid, all of them, by the one way out that there is.
final class DepartureSpec {
  private static final Path SOURCES = Path.of("src", "main", "java", "nl", "sluis", "gateway");
  private static final long MILLI = 1_000_000;

  private final AtomicLong now = new AtomicLong();
  private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
  private final Departure departure = new Departure(now::get, this::after);
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;

  /// An answer that waits for its moment.
  private record Waiting(long millis, Context context, Runnable deed) {
    void comes() {
      context.runOnContext(_ -> deed.run());
    }
  }

  private void after(Vertx asked, long millis, Runnable deed) {
    waiting.add(new Waiting(millis, asked.getOrCreateContext(), deed));
  }

  @BeforeEach
  void open() throws Exception {
    var router = Router.router(vertx);
    router
        .get("/:status")
        .handler(
            ctx -> {
              var status = Integer.parseInt(ctx.pathParam("status"));
              departure.leave(
                  ctx, Reply.json(status, JsonNodeFactory.instance.objectNode().put("a", 1)));
            });
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "localhost")
            .await(10, TimeUnit.SECONDS);
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  private CompletableFuture<HttpResponse<String>> ask(int status) {
    var address = URI.create("http://localhost:" + server.actualPort() + "/" + status);
    return client.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 409})
  void a_refusal_leaves_on_the_grid_and_not_before(int status) throws Exception {
    now.set(1_234 * MILLI);

    var answer = ask(status);
    var waits = waiting.poll(10, TimeUnit.SECONDS);

    assertThat(waits.millis()).isEqualTo(16);
    assertThat(answer).isNotDone();
    waits.comes();
    assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(status);
    assertThat(waiting).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 415, 503})
  void what_tells_nothing_about_a_person_does_not_wait(int status) throws Exception {
    assertThat(ask(status).get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(status);
    assertThat(waiting).isEmpty();
  }

  @Test
  void whenever_a_refusal_is_ready_it_leaves_at_the_first_point_of_the_grid_after_that()
      throws Exception {
    for (long ready = 10_000; ready <= 10_000 + 2 * Departure.GRID_MILLIS; ready += 7) {
      now.set(ready * MILLI + 999_999);

      var answer = ask(403);
      var waits = waiting.poll(10, TimeUnit.SECONDS);

      assertThat(waits.millis()).isBetween(1L, Departure.GRID_MILLIS);
      assertThat((ready + waits.millis()) % Departure.GRID_MILLIS).isZero();
      waits.comes();
      assertThat(answer.get(10, TimeUnit.SECONDS).body()).isEqualTo("{\"a\":1}");
    }
  }

  /// A file that is made while it goes is no refusal; it ends when it is whole. Behind the door for
  /// who runs a gateway nobody is refused anything.
  @Test
  void no_code_but_this_and_what_sends_a_file_ends_an_answer_to_partners_and_people()
      throws IOException {
    try (var files = Files.walk(SOURCES)) {
      var enders =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(DepartureSpec::endsAnswers)
              .map(file -> file.getFileName().toString())
              .toList();

      assertThat(enders)
          .containsExactlyInAnyOrder("Departure.java", "Outgoing.java", "ManagementDoor.java");
    }
  }

  private static boolean endsAnswers(Path file) {
    try {
      var text = Files.readString(file).replaceAll("\\s+", "");
      return text.contains("ctx.end(")
          || text.contains("context.end(")
          || text.contains("ctx.json(")
          || text.contains("response().end(")
          || text.contains("response.end(")
          || text.contains("response().send(")
          || text.contains("ctx.redirect(");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
