package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The door for people's browsers: no certificate is asked, and every answer is shielded.
@ExtendWith(VertxExtension.class)
final class PeoplePagesSpec {
  private static TestGateway gateway;

  // A client that nobody holds is closed by Vert.x.
  private @Nullable HttpClient browser;

  private record Seen(int status, Map<String, String> headers, String body) {}

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
  }

  @BeforeEach
  void open_a_browser(Vertx vertx) {
    var authority = gateway.gateway().site().authority().trustFile().toString();
    browser =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setSsl(true)
                .setTrustOptions(new PemTrustOptions().addCertPath(authority))
                .setDefaultHost("localhost")
                .setDefaultPort(gateway.gateway().doorway().people().getPort()));
  }

  private Future<Seen> get(String path) {
    return Objects.requireNonNull(browser)
        .request(HttpMethod.GET, path)
        .compose(request -> request.send())
        .compose(
            answer -> {
              var headers = new HashMap<String, String>();
              answer
                  .headers()
                  .forEach(h -> headers.put(h.getKey().toLowerCase(Locale.ROOT), h.getValue()));
              return answer
                  .body()
                  .map(body -> new Seen(answer.statusCode(), headers, body.toString()));
            });
  }

  @Test
  void anybody_reads_the_front_page_and_it_names_the_numbers_for_danger(VertxTestContext context)
      throws InterruptedException {
    get("/")
        .onComplete(
            context.succeeding(
                seen ->
                    context.verify(
                        () -> {
                          assertThat(seen.status()).isEqualTo(200);
                          assertThat(seen.body()).contains("tel:112", "0800-2000");
                          assertThat(seen.headers())
                              .containsEntry("cache-control", "no-store")
                              .containsEntry("x-content-type-options", "nosniff")
                              .containsKeys("strict-transport-security", "content-security-policy");
                          context.completeNow();
                        })));

    assertThat(context.awaitCompletion(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_page_that_is_not_there_says_so_in_one_form(VertxTestContext context)
      throws InterruptedException {
    get("/v1/postbus")
        .onComplete(
            context.succeeding(
                seen ->
                    context.verify(
                        () -> {
                          assertThat(seen.status()).isEqualTo(404);
                          assertThat(seen.headers())
                              .containsEntry("content-type", "application/problem+json");
                          assertThat(seen.body()).contains("niet-gevonden");
                          context.completeNow();
                        })));

    assertThat(context.awaitCompletion(20, TimeUnit.SECONDS)).isTrue();
  }
}
