package nl.sluis.dev.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.net.ConnectOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.Security;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import nl.sluis.gateway.edge.Tls;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandshakeSpec {
  @TempDir static Path folder;
  private static Door door;

  @BeforeAll
  static void open() {
    door = new Door(folder);
  }

  @AfterAll
  static void close() {
    door.close();
  }

  @Test
  void a_partner_with_a_good_certificate_comes_in_over_both_versions_of_tls() throws Exception {
    var school = door.school();

    for (var version : new String[] {"TLSv1.3", "TLSv1.2"}) {
      try (var line = new Line(school.sslContext(), door.port(), version)) {
        var answer = line.post("dag");

        assertThat(answer).isEqualTo(new Line.Answer(200, Door.SCHOOL.value()));
        assertThat(line.session().getProtocol()).isEqualTo(version);
      }
    }
  }

  @Test
  void a_partner_may_speak_http_2() throws Exception {
    try (var client = HttpClient.newBuilder().sslContext(door.school().sslContext()).build()) {
      var request = HttpRequest.newBuilder(URI.create("https://localhost:" + door.port() + "/"));

      var answer = client.send(request.build(), BodyHandlers.ofString());

      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(answer.body()).isEqualTo(Door.SCHOOL.value());
    }
  }

  @Test
  void a_partner_that_speaks_only_the_hybrid_group_comes_in_where_boringssl_runs()
      throws Exception {
    if (!Tls.description().contains("X25519MLKEM768")) {
      assertThat(Tls.description()).startsWith("JDK");
      return;
    }
    var tls = door.schoolTls();
    tls.setKeyExchangeGroups(List.of("X25519MLKEM768"));
    var vertx = Vertx.vertx();
    try {
      var client =
          vertx.createNetClient(
              new NetClientOptions().setSslEngineOptions(new OpenSSLEngineOptions()));
      var socket =
          client.connect(
              new ConnectOptions()
                  .setHost("localhost")
                  .setPort(door.port())
                  .setSsl(true)
                  .setSslOptions(tls));

      var session = socket.await(10, TimeUnit.SECONDS).sslSession();

      assertThat(session.getProtocol()).isEqualTo("TLSv1.3");
    } finally {
      vertx.close().await(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void without_a_certificate_nobody_comes_in() {
    refused(door.school().anonymousContext());
  }

  @Test
  void an_expired_certificate_does_not_come_in() {
    var expired = Validity.expiredAt(door.clock.instant());
    refused(door.authority.partner(Door.SCHOOL, "verlopen", expired).sslContext());
  }

  @Test
  void a_certificate_of_tomorrow_does_not_come_in() {
    var tomorrow = Validity.notYetAt(door.clock.instant());
    refused(door.authority.partner(Door.SCHOOL, "te vroeg", tomorrow).sslContext());
  }

  @Test
  void a_revoked_certificate_does_not_come_in_on_a_new_connection() {
    var partner = door.school();
    door.authority.revoke(partner.identity().certificate());
    door.authority.writeCrls();
    door.lists.reload();

    refused(partner.sslContext());
  }

  @Test
  void a_certificate_of_an_authority_we_do_not_know_does_not_come_in() {
    var foreign = door.authority.foreign().partner(Door.SCHOOL, "vreemd");
    var partner =
        new DevPartner(
            foreign.oin(), foreign.name(), foreign.identity(), door.authority.rootCertificate());

    refused(partner.sslContext());
  }

  @Test
  void a_certificate_without_an_oin_does_not_come_in() {
    refused(door.authority.partnerWithoutOin(Door.SCHOOL, "zonder OIN").sslContext());
  }

  @Test
  void a_certificate_for_servers_does_not_come_in_as_a_partner() {
    refused(door.authority.partnerWithWrongUse(Door.SCHOOL, "verkeerd gebruik").sslContext());
  }

  @Test
  void a_stale_revocation_list_stops_the_request_but_not_the_handshake(@TempDir Path other)
      throws Exception {
    try (var stale = new Door(other);
        var line = new Line(stale.school().sslContext(), stale.port())) {
      stale.clock.move(Duration.ofDays(8));

      var answer = line.post("dag");

      assertThat(answer).isEqualTo(new Line.Answer(401, "crl-verouderd"));
    }
  }

  @Test
  void tls_before_1_2_is_not_spoken() {
    var disabled = Security.getProperty("jdk.tls.disabledAlgorithms");
    Security.setProperty("jdk.tls.disabledAlgorithms", "SSLv3");
    try {
      refused(door.school().sslContext(), "TLSv1.1");
    } finally {
      Security.setProperty("jdk.tls.disabledAlgorithms", disabled);
    }
  }

  @Test
  void suites_without_forward_secrecy_or_authenticated_encryption_are_not_spoken()
      throws Exception {
    var weak =
        new String[] {
          "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
          "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA",
          "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"
        };
    for (var suite : weak) {
      try (var line = new Line(door.school().sslContext(), door.port(), "TLSv1.2")) {
        line.suites(suite);

        assertThatThrownBy(() -> line.post("dag")).isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void each_partner_is_known_by_its_own_number() throws Exception {
    var ggd = new Oin("00000099000000301000");
    var partner = door.authority.partner(ggd, "GGD Kennemerland");

    try (var line = new Line(partner.sslContext(), door.port())) {
      assertThat(line.post("dag").body()).isEqualTo(ggd.value());
    }
  }

  private static void refused(SSLContext context, String... protocols) {
    assertThatThrownBy(
            () -> {
              try (var line = new Line(context, door.port(), protocols)) {
                line.post("dag");
              }
            })
        .isInstanceOf(IOException.class);
  }
}
