package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;
import nl.sluis.dev.authority.DevCertificate;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.rig.DevWorker;
import nl.sluis.dev.rig.DevWorkplace;
import nl.sluis.dev.rig.WorkVisit;
import nl.sluis.gateway.boot.partner.WorkDesk;
import nl.sluis.gateway.vorm.Reading;
import nl.sluis.gateway.werkplek.DraftCookie;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the door of the desk says where nothing is, how long it keeps what opens a draft, and by
/// which certificate browsers know it.
final class DeskDoorSpec {
  private static final String NOWHERE = "Deze bladzijde is er niet";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private static TestGateway test;
  private static DevGateway gateway;
  private static DevWorkplace desk;

  @BeforeAll
  static void start() {
    test = TestGateway.start();
    gateway = test.gateway();
    desk = DevWorkplace.start(gateway, List.of(DevWorker.INTERN_BEGELEIDER));
  }

  @AfterAll
  static void stop() throws IOException {
    desk.close();
    test.close();
  }

  @Test
  void where_nothing_is_a_person_reads_one_calm_page_in_dutch_whatever_was_asked() {
    try (var visit = desk.visit(DevWorker.INTERN_BEGELEIDER)) {
      visit.browser().keep(Reading.COOKIE, "ar");
      var page = visit.get("/werk/bestaat-niet");
      var others =
          List.of(
              visit.get("/bestaat-niet"),
              visit.get("/werk/postbus/"),
              visit.get("/werk/afmelden"),
              visit.post("/werk/bestaat-niet", Map.of()));

      assertThat(page.status()).isEqualTo(404);
      assertThat(page.headers().get("content-type")).startsWith("text/html");
      assertThat(page.body()).contains("lang=\"nl\"", "tel:112", "href=\"/werk/acuut\"");
      assertThat(WorkVisit.text(page)).contains(NOWHERE);
      assertThat(others)
          .allSatisfy(
              other -> {
                assertThat(other.status()).isEqualTo(404);
                assertThat(other.body()).isEqualTo(page.body());
              });
    }
  }

  @Test
  void who_asks_for_json_reads_the_same_as_json() throws Exception {
    assertThat(asked("application/json").body()).startsWith("{").contains("niet-gevonden");
    assertThat(asked("application/json").statusCode()).isEqualTo(404);
    assertThat(asked("text/html, application/json;q=0.5").body()).contains(NOWHERE);
  }

  private static HttpResponse<String> asked(String accept) throws Exception {
    try (var client = HttpClient.newBuilder().sslContext(gateway.site().browser()).build()) {
      var request =
          HttpRequest.newBuilder(desk.address().resolve("/werk/bestaat-niet"))
              .header("Accept", accept)
              .build();
      return client.send(request, BodyHandlers.ofString());
    }
  }

  @Test
  void a_parcel_and_a_task_that_are_not_there_are_a_page_that_says_so_with_what_to_do() {
    try (var visit = desk.visit(DevWorker.INTERN_BEGELEIDER)) {
      var parcel = "/werk/postbus/" + UUID.randomUUID();
      var pages =
          List.of(
              visit.get(parcel),
              visit.post(parcel + "/lezen", Map.of()),
              visit.post(parcel + "/bevestigen", Map.of()),
              visit.get("/werk/taken/taak/" + UUID.randomUUID()));

      assertThat(pages)
          .allSatisfy(
              page -> {
                assertThat(page.status()).isEqualTo(404);
                assertThat(WorkVisit.text(page)).contains("Dit is er niet", "Sluis zegt niet welk");
              });
    }
  }

  @Test
  void what_opens_a_draft_lasts_a_day_from_the_last_form_and_the_draft_a_day_from_the_first() {
    var before = gateway.clock().instant();
    try (var visit = desk.visit(DevWorker.INTERN_BEGELEIDER)) {
      var word = visit.browser().cookie(DraftCookie.NAME).orElseThrow();
      var begun = visit.post("/werk/opstellen", Map.of("weg", "zuid-kennemerland.X01.cjg-coach"));
      var concept = begun.headers().getOrDefault("location", "");
      var read = visit.get(concept);
      gateway.clock().set(before.plus(Duration.ofHours(23)));
      visit.enter(DevWorker.INTERN_BEGELEIDER);
      var kept = visit.post(concept, Map.of("K00.vraag", "Hoe help ik dit kind?"));
      var still = visit.get(concept);
      gateway.clock().set(before.plus(Duration.ofHours(25)));
      visit.enter(DevWorker.INTERN_BEGELEIDER);
      var over = visit.get(concept);

      for (var answer : List.of(begun, kept)) {
        assertThat(answer.headers().get("set-cookie"))
            .contains(DraftCookie.NAME + "=" + word, "Max-Age=86400");
      }
      assertThat(read.headers()).as("looking is no working").doesNotContainKey("set-cookie");
      assertThat(still.body()).contains("Hoe help ik dit kind?");
      assertThat(over.status()).isEqualTo(404);
      assertThat(visit.browser().cookie(DraftCookie.NAME)).contains(word);
    } finally {
      gateway.clock().set(before);
    }
  }

  @Test
  void a_renewed_certificate_counts_without_a_restart_and_a_bad_one_never_does() throws Exception {
    var authority = gateway.site().authority();
    var first = authority.server();
    var folder = Files.createTempDirectory(gateway.site().folder(), "deur");
    copy(first.chainFile(), folder, "deur.crt.pem");
    copy(first.keyFile(), folder, "deur.key.pem");
    var next = authority.server();
    try (var own = WorkDesk.open(settings(folder), gateway.clock())) {
      assertThat(shown(own)).isEqualTo(serial(first));

      copy(next.chainFile(), folder, "deur.crt.pem");
      var halfway = own.reload();
      var afterHalf = shown(own);
      Files.writeString(folder.resolve("deur.key.pem"), "geen sleutel");
      var broken = own.reload();
      var afterBroken = shown(own);
      copy(next.keyFile(), folder, "deur.key.pem");
      awaitShown(own, serial(next));

      assertThat(halfway).as("a certificate with the key of another").isNotEmpty();
      assertThat(broken).isNotEmpty();
      assertThat(List.of(afterHalf, afterBroken)).containsOnly(serial(first));
      assertThat(shown(own)).isEqualTo(serial(next));
      assertThat(own.reload()).isEmpty();
    }
  }

  private static void copy(Path from, Path folder, String name) throws IOException {
    Files.copy(from, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  /// The settings of the desk that is open, with a door of its own.
  private static Path settings(Path folder) throws IOException {
    try (var files = Files.walk(gateway.site().folder(), 2)) {
      var open = files.filter(file -> file.endsWith("werkplek.yaml")).findFirst().orElseThrow();
      var door = "luister: {poort: 0, certificaat: deur.crt.pem, sleutel: deur.key.pem}";
      return Files.writeString(
          folder.resolve("werkplek.yaml"),
          Files.readString(open).replaceAll("luister: \\{[^}]*}", door));
    }
  }

  private static BigInteger serial(DevCertificate certificate) {
    return certificate.certificate().getSerialNumber();
  }

  /// The number of the certificate that a browser sees at the door now.
  private static BigInteger shown(WorkDesk own) throws IOException {
    var address = URI.create("https://localhost:" + own.port());
    var factory = gateway.site().browser().getSocketFactory();
    try (var socket = (SSLSocket) factory.createSocket(address.getHost(), address.getPort())) {
      socket.startHandshake();
      var certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      return certificate.getSerialNumber();
    }
  }

  /// Waits until the desk looked by itself.
  private static void awaitShown(WorkDesk own, BigInteger wanted) throws IOException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!shown(own).equals(wanted) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
