package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.dev.authority.DevAuthority;
import nl.sluis.dev.authority.DevPartner;
import nl.sluis.dev.authority.DevRevocationService;
import nl.sluis.dev.authority.DevRevocationService.Fault;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevOfficer;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.dev.partner.Witness;
import nl.sluis.dev.voorbeeld.Report;
import nl.sluis.dev.voorbeeld.Runner;
import nl.sluis.dev.voorbeeld.ScenarioReader;
import nl.sluis.gateway.peer.RevocationLine;
import nl.sluis.gateway.peer.RevocationLine.Manner;
import nl.sluis.gateway.peer.RevocationLine.Rule;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A whole gateway that asks responders: each speaks for its own authority, and for no other.
final class OcspGatewaySpec {
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final Oin ELSEWHERE = new Oin("00000099000000403000");
  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

  /// The responder of the school falls silent after an hour; its answers count for eight.
  private static final String STORY =
      """
      titel: Een responder zwijgt langer dan zijn antwoord telt
      tijd: 2026-11-23 10:00
      partijen:
        school: De Duinpieper
        vt: Veilig Thuis
      gezinnen:
        sami:
          leeftijd: 9 jaar
          houders: [moeder]
          gezag: eenhoofdig
          bekend bij: school als school-administratie
      stappen:
        - roep aan: {wat: GET /v1/postbus, door: school}
          verwacht: {status: 200}
        - verstrijkt: 7 uur
        - opmerking: wie het laatst goed was, is dat tot het eind van dat antwoord
          roep aan: {wat: GET /v1/postbus, door: school}
          verwacht: {status: 200}
        - verstrijkt: 2 uur
        - roep aan: {wat: GET /v1/postbus, door: school, token: geen}
          verwacht: {status: 403, code: ocsp-verouderd}
        - vraag token: {door: school}
          verwacht: {status: 403, code: ocsp-verouderd, logboek: {erbij: geen}}
        - opmerking: een kind in gevaar wacht niet op een responder
          stuur:
            van: school als school-ib
            aan: vt als veilig-thuis
            doel: vt-melding
            over: sami
            categorieen: [K01, K16]
            meldcode: acuut
          verwacht: {status: 200}
      """;

  private static DevSite site;
  private static DevAuthority other;
  private static DevRevocationService asked;
  private static DevRevocationService askedElsewhere;
  private static DevPostgres postgres;
  private static DevGateway gateway;

  @BeforeAll
  static void two_authorities_of_which_each_has_a_responder() throws IOException {
    site = DevSite.temporary(START);
    other = site.authority().foreign();
    asked = DevRevocationService.start(site.authority(), site.clock());
    askedElsewhere = DevRevocationService.start(other, site.clock());
    var trust = site.authority().trustFile();
    Files.writeString(trust, Files.readString(trust) + "\n" + Files.readString(other.trustFile()));
    site.revocation(
        new RevocationLine(
            Optional.of(site.folder().resolve("lijsten")),
            List.of(
                responder(site.authority(), asked),
                responder(other, askedElsewhere),
                new Rule(
                    other.rootCertificate().getSubjectX500Principal(),
                    Manner.CRL,
                    Optional.of(askedElsewhere.rootList()),
                    Optional.empty(),
                    false))));
    postgres = DevPostgres.shared();
    gateway = DevGateway.start(site, postgres.fresh(), DevGateway.Ports.ANY);
  }

  private static Rule responder(DevAuthority authority, DevRevocationService service) {
    return new Rule(
        authority.intermediateCertificate().getSubjectX500Principal(),
        Manner.OCSP,
        Optional.empty(),
        Optional.of(service.responder()),
        true);
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
    postgres.close();
    asked.close();
    askedElsewhere.close();
  }

  @Test
  void who_is_good_comes_in_who_was_taken_back_does_not_and_a_silent_responder_stops_its_own_only()
      throws Exception {
    asked.make(Fault.ILL, START.plus(Duration.ofHours(1)));
    try (var elsewhere = of(other, ELSEWHERE, "Gemeente Elders")) {
      assertThat(record(elsewhere).status()).isEqualTo(200);
      assertThat(asked.asked()).as("the responder of another authority").isZero();

      assertThat(play(STORY)).isEmpty();

      elsewhere.freshToken();
      assertThat(record(elsewhere).status()).as("another authority").isEqualTo(200);
      try (var auditor = DevOfficer.AUDITOR.at(gateway)) {
        assertThat(auditor.get("/toezicht/integriteit/partners").body())
            .contains(asked.responder().toString(), "9 uur oud", "telt niet meer")
            .contains(askedElsewhere.responder().toString(), "0 uur oud", "vers");
      }

      asked.make(Fault.NONE);
      gateway.moveClock(site.clock().instant().plus(Duration.ofMinutes(1)));
      try (var school = gateway.partner(SCHOOL, "De Duinpieper")) {
        assertThat(record(school).status()).as("it speaks again").isEqualTo(200);
      }
      site.authority().revoke(site.identity(SCHOOL, "", true).partner().identity().certificate());
      gateway.moveClock(site.clock().instant().plus(Duration.ofMinutes(10)));
      try (var school = gateway.partner(SCHOOL, "De Duinpieper")) {
        assertThat(look(school).body()).contains("certificaat-ingetrokken");
      }
      assertThat(record(elsewhere).body()).doesNotContain("ingetrokken");
    }
    assertThat(gateway.checkLogbook()).isEmpty();
  }

  private static Answer record(SimulatedPartner partner) {
    partner.freshToken();
    return partner.get("/v1/aansluiting");
  }

  /// Tells what is wrong with a connection, without a token.
  private static Answer look(SimulatedPartner partner) {
    return partner.call("GET", "/v1/verbinding", Map.of(), "");
  }

  /// A partner of which another authority vouches for the number.
  private static SimulatedPartner of(DevAuthority authority, Oin oin, String name) {
    var who = site.identity(oin, name, true);
    gateway.reload();
    var shown =
        new DevPartner(
            oin, name, authority.partner(oin, name).identity(), site.authority().rootCertificate());
    return new SimulatedPartner(
        shown,
        who.signing(),
        who.encryption(),
        gateway::doorway,
        site.clock(),
        site.random(),
        _ -> {},
        Witness.NOBODY);
  }

  private static List<String> play(String yaml) throws IOException {
    var scenario =
        new ScenarioReader(DevConvenant.newest(), DevConvenant.all()).read("spec.yaml", 1, yaml);
    var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return new Runner(gateway, new Report(out)).play(scenario).differences();
  }
}
