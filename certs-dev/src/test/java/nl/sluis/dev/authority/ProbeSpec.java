package nl.sluis.dev.authority;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import nl.sluis.gateway.diagnose.Diagnose;
import nl.sluis.gateway.diagnose.Judges;
import nl.sluis.gateway.diagnose.Probe;
import nl.sluis.gateway.edge.ServerIdentity;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.peer.PeerTrust;
import nl.sluis.gateway.peer.Revocation;
import nl.sluis.gateway.peer.RevocationLine;
import nl.sluis.gateway.peer.TrustAnchors;
import nl.sluis.policies.terms.Oin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A call to the door of a partner names the one cause why nothing can be brought there.
class ProbeSpec {
  private static final Oin OTHER = new Oin("00000099000000301000");

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock();
  private DevAuthority authority;
  private DevPartner sluis;
  private @Nullable HttpsServer door;

  @BeforeEach
  void an_authority() {
    authority = DevAuthority.create(folder, clock);
    sluis = authority.partner(new Oin("00000099000000001000"), "Sluis");
  }

  @AfterEach
  void shut() {
    if (door != null) {
      door.stop(0);
    }
  }

  @Test
  void a_door_that_is_as_it_should_be_has_no_cause() throws Exception {
    open(good());

    var seen = call();

    assertThat(seen.wrong()).isEmpty();
    assertThat(seen.protocol()).isEqualTo("TLSv1.3");
    assertThat(seen.status()).isEqualTo(204);
    assertThat(seen.date()).isPresent();
    assertThat(seen.chain().getFirst().getSubjectX500Principal().getName()).contains("De Sluis");
  }

  @Test
  void verlopen() throws Exception {
    open(authority.receiving(Door.SCHOOL, "oud", Validity.expiredAt(clock.instant())));

    assertThat(cause()).isEqualTo("certificaat-verlopen");
  }

  @Test
  void nog_niet_geldig() throws Exception {
    open(authority.receiving(Door.SCHOOL, "nieuw", Validity.notYetAt(clock.instant())));

    assertThat(cause()).isEqualTo("certificaat-nog-niet-geldig");
  }

  @Test
  void verkeerde_oin() throws Exception {
    open(authority.receiving(OTHER, "een ander", Validity.around(clock.instant())));

    var wrong = call().wrong().orElseThrow();

    assertThat(wrong.code()).isEqualTo("oin-anders");
    assertThat(wrong.sentence()).contains(OTHER.value()).contains(Door.SCHOOL.value());
  }

  @Test
  void ingetrokken() throws Exception {
    var server = good();
    authority.revoke(server.certificate());
    authority.writeCrls();
    open(server);

    assertThat(cause()).isEqualTo("certificaat-ingetrokken");
  }

  @Test
  void lijst_te_oud() throws Exception {
    open(good());
    clock.move(Duration.ofDays(8));

    assertThat(cause()).isEqualTo("crl-verouderd");
  }

  @Test
  void van_een_vreemde_uitgever() throws Exception {
    open(authority.foreign().receiving(Door.SCHOOL, "x", Validity.around(clock.instant())));

    assertThat(cause()).isEqualTo("certificaat-onbekende-uitgever");
  }

  @Test
  void keten_onvolledig() throws Exception {
    var whole = good();
    open(new DevCertificate(whole.chain().subList(0, 1), whole.key(), folder, folder));
    var rootOnly = Pem.write(folder.resolve("stam.pem"), List.of(authority.rootCertificate()));

    var seen = call(address(), rootOnly);

    assertThat(seen.wrong().map(Diagnose::code)).contains("certificaatketen-onvolledig");
  }

  @Test
  void bedoeld_voor_inloggen() throws Exception {
    open(authority.partner(Door.SCHOOL, "geen server").identity());

    assertThat(cause()).isEqualTo("certificaat-verkeerd-gebruik");
  }

  @Test
  void een_deur_die_ons_afwijst_zegt_waarom() throws Exception {
    var elsewhere = authority.foreign();
    var anchors = TrustAnchors.read(elsewhere.trustFile());
    var revocation = Revocation.of(elsewhere.crlFiles(), RevocationLine.FILES, anchors, clock);
    var trust = new PeerTrust(new PeerCheck(anchors, revocation), anchors, clock);
    open(good(), trust);

    // On a busy machine a door may close the line before it was read why.
    var heard =
        Stream.generate(() -> call().wrong().orElseThrow())
            .limit(20)
            .filter(Diagnose.TurnedAway.class::isInstance)
            .findFirst();

    assertThat(heard.orElseThrow().code()).startsWith("afgewezen-");
  }

  @Test
  void een_poort_waar_niemand_luistert() throws Exception {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    assertThat(cause(URI.create("https://localhost:" + port))).isEqualTo("verbinding-geweigerd");
  }

  @Test
  void een_naam_die_er_niet_is() {
    assertThat(cause(URI.create("https://bestaat-niet.invalid"))).isEqualTo("naam-onbekend");
  }

  @Test
  void een_poort_zonder_tls() throws Exception {
    try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var _ =
          Thread.startVirtualThread(
              () -> {
                try (var called = plain.accept()) {
                  called.getOutputStream().write("HTTP/1.1 400 Nee\r\n\r\n".getBytes(US_ASCII));
                  var _ = called.getInputStream().read();
                } catch (IOException _) {
                  // The caller went away, as it should.
                }
              });

      assertThat(cause(URI.create("https://localhost:" + plain.getLocalPort())))
          .isEqualTo("geen-tls");
    }
  }

  private DevCertificate good() {
    return authority.receiving(Door.SCHOOL, "De Sluis", Validity.around(clock.instant()));
  }

  private String cause() {
    return cause(address());
  }

  private String cause(URI address) {
    return call(address, authority.trustFile()).wrong().map(Diagnose::code).orElse("goed");
  }

  private Probe.Seen call() {
    return call(address(), authority.trustFile());
  }

  private Probe.Seen call(URI address, Path trust) {
    var anchors = TrustAnchors.read(trust);
    var revocation = Revocation.of(authority.crlFiles(), RevocationLine.FILES, anchors, clock);
    revocation.lists().reload();
    var shown =
        ServerIdentity.read(
            sluis.identity().chainFile(), sluis.identity().keyFile(), clock.instant());
    var judge = Judges.organisation(new PeerCheck(anchors, revocation), clock, Door.SCHOOL);
    return Probe.call(address, Optional.of(shown), judge, false, "/");
  }

  private URI address() {
    if (door == null) {
      throw new IllegalStateException("no door is open");
    }
    return URI.create("https://localhost:" + door.getAddress().getPort());
  }

  private void open(DevCertificate shown, TrustManager... trusted)
      throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    var chain = shown.chain().toArray(Certificate[]::new);
    store.setKeyEntry("partner", shown.key(), new char[0], chain);
    var keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, new char[0]);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trusted.length == 0 ? null : trusted, null);
    var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    door = HttpsServer.create(here, 0);
    door.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            var ours = context.getDefaultSSLParameters();
            ours.setNeedClientAuth(trusted.length > 0);
            parameters.setSSLParameters(ours);
          }
        });
    door.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    door.start();
  }
}
