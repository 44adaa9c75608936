package nl.sluis.dev.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientConfig;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.sluis.gateway.edge.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsSpec {
  private static final Limits SHORT =
      new Limits(
          4096,
          16 * 1024,
          256 * 1024,
          4,
          64,
          Duration.ofSeconds(5),
          Duration.ofMillis(1500),
          Duration.ofMillis(1500),
          Duration.ofSeconds(4));

  /// As many connections, and time enough to open them all on a busy machine.
  private static final Limits FEW =
      new Limits(
          4096,
          16 * 1024,
          256 * 1024,
          4,
          64,
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60));

  @TempDir static Path folder;
  private static Door door;

  @BeforeAll
  static void open() {
    door = new Door(folder, SHORT);
  }

  @AfterAll
  static void close() {
    door.close();
  }

  @Test
  void a_body_of_256_kib_is_read_and_one_more_byte_is_not() throws Exception {
    try (var line = line()) {
      assertThat(line.post("x".repeat(256 * 1024)).status()).isEqualTo(200);
      assertThat(line.post("x".repeat(256 * 1024 + 1)).status()).isEqualTo(413);
    }
  }

  @Test
  void a_body_of_ten_mebibyte_is_refused_before_it_is_sent() throws Exception {
    try (var line = line()) {
      line.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10485760\r\n\r\n");

      assertThat(line.answer().status()).isEqualTo(413);
    }
  }

  @Test
  void a_body_in_pieces_without_end_is_refused_at_the_limit() throws Exception {
    var head = "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
    var piece = "10000\r\n" + "x".repeat(0x10000) + "\r\n";

    assertThat(answerTo(head + piece.repeat(5))).isEqualTo(413);
  }

  @Test
  void a_file_of_all_rows_is_not_cut_where_an_ordinary_answer_is() throws Exception {
    assertThat(answerTo("GET /lang HTTP/1.1\r\nHost: localhost\r\n\r\n")).isEqualTo(200);
  }

  @Test
  void headers_that_are_too_large_are_refused() throws Exception {
    var head = "GET / HTTP/1.1\r\nHost: localhost\r\nX-Lang: " + "x".repeat(20_000);

    assertThat(answerTo(head + "\r\n\r\n")).isEqualTo(431);
  }

  @Test
  void ten_thousand_headers_are_refused() throws Exception {
    var head = "GET / HTTP/1.1\r\nHost: localhost\r\n" + "X-A: b\r\n".repeat(10_000);

    assertThat(answerTo(head + "\r\n")).isEqualTo(431);
  }

  @Test
  void an_address_that_is_too_long_is_refused() throws Exception {
    try (var line = line()) {
      line.send("GET /" + "x".repeat(5000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

      assertThat(line.answer().status()).isEqualTo(414);
    }
  }

  @Test
  void a_body_that_does_not_come_ends_with_408() throws Exception {
    try (var line = line()) {
      line.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nx");

      assertThat(line.answer().status()).isEqualTo(408);
    }
  }

  @Test
  void a_head_that_drips_in_is_cut_off() throws Exception {
    var start = Instant.now();
    try (var line = line()) {
      line.send("GET / HTTP/1.1\r\n");

      assertThat(line.isClosedByPeer()).isTrue();
    }
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void who_keeps_a_line_over_http_1_1_reads_for_how_long_and_that_is_shorter_than_it_stays()
      throws Exception {
    var tls = door.school().sslContext();
    try (var client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(tls).build()) {
      var address = URI.create("https://localhost:" + door.port() + "/");
      var request = HttpRequest.newBuilder(address).POST(BodyPublishers.ofString("dag")).build();
      var answer = client.send(request, BodyHandlers.discarding());

      assertThat(answer.headers().firstValue("Keep-Alive")).hasValue("timeout=1");
    }
    assertThat(SHORT.head()).isGreaterThan(Duration.ofSeconds(1));
  }

  @Test
  void a_silent_line_over_http_2_hears_that_it_goes_before_it_is_gone() throws Exception {
    var vertx = Vertx.vertx();
    try {
      var said = new LinkedBlockingQueue<String>();
      var client =
          vertx
              .httpClientBuilder()
              .with(new HttpClientConfig().setVersions(HttpVersion.HTTP_2).setSsl(true))
              .with(door.schoolTls())
              .withConnectHandler(
                  line -> {
                    line.goAwayHandler(away -> said.add("goaway " + away.getErrorCode()));
                    line.closeHandler(_ -> said.add("closed"));
                  })
              .build();
      var request = client.request(HttpMethod.POST, door.port(), "localhost", "/");
      var answer = request.compose(r -> r.send("dag")).await(10, TimeUnit.SECONDS);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(said.poll(10, TimeUnit.SECONDS)).isEqualTo("goaway 0");
      assertThat(said.poll(10, TimeUnit.SECONDS)).isEqualTo("closed");
    } finally {
      vertx.close().await(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void one_connection_too_many_is_closed_and_the_others_go_on(@TempDir Path apart)
      throws Exception {
    try (var patient = new Door(apart, FEW);
        var one = new Line(patient.school().sslContext(), patient.port());
        var two = new Line(patient.school().sslContext(), patient.port());
        var three = new Line(patient.school().sslContext(), patient.port());
        var four = new Line(patient.school().sslContext(), patient.port());
        var five = new Line(patient.school().sslContext(), patient.port())) {
      for (var line : new Line[] {one, two, three, four}) {
        assertThat(line.post("dag").status()).isEqualTo(200);
      }

      five.session();

      assertThat(one.post("dag").status()).isEqualTo(200);
      assertThat(five.isClosedByPeer()).isTrue();
    }
  }

  /// Whoever is cut off while still sending may never read the answer, so it asks again.
  private static int answerTo(String request) throws Exception {
    SocketException cutOff = new SocketException("never tried");
    for (int attempt = 0; attempt < 20; attempt++) {
      try (var line = line()) {
        line.send(request);
        return line.answer().status();
      } catch (SocketException e) {
        cutOff = e;
      }
    }
    throw cutOff;
  }

  private static Line line() throws Exception {
    return new Line(door.school().sslContext(), door.port());
  }
}
