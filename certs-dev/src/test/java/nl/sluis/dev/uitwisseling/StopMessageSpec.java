package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.dev.voorbeeld.Report;
import nl.sluis.dev.voorbeeld.Runner;
import nl.sluis.dev.voorbeeld.ScenarioReader;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// A consent is taken back at one gateway; its receiver hears of it at another, can trust it with
/// nothing but the published keys, and is reminded once.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class StopMessageSpec {
  private static final Oin RECEIVER = new Oin("00000099000000101000");
  private static final String WITHDRAWN =
      """
      titel: Een moeder trekt in nadat er iets is gedeeld
      tijd: 2026-11-23 10:00
      partijen:
        school: De Duinpieper
        cjg: CJG Kennemerland
      gezinnen:
        sami: {leeftijd: 9 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: school als school-administratie}
      toestemmingen:
        - {stap: ja, van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], gegeven door: [moeder]}
      stappen:
        - stap: gelezen
          stuur: {van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], voorwaarden: [besproken-met-ouders]}
        - haal op: {door: cjg als cjg-coach, pakket van: gelezen}
        - bevestig: {door: cjg als cjg-coach, pakket van: gelezen}
        - stuur: {van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], voorwaarden: [besproken-met-ouders]}
        - trek toestemming in: {toestemming: ja, persoon: moeder}
      """;

  private static DevPostgres postgres;
  private static DevGateway one;
  private static DevGateway other;

  @BeforeAll
  static void withdrawAtOneGateway() throws IOException {
    postgres = DevPostgres.shared();
    var site = DevSite.temporary(Instant.parse("2026-11-23T09:00:00Z"));
    one = DevGateway.start(site, postgres.database("samen"), DevGateway.Ports.ANY);
    other = DevGateway.start(site, postgres.database("samen"), DevGateway.Ports.ANY);
    var scenario =
        new ScenarioReader(DevConvenant.newest(), DevConvenant.all())
            .read("spec.yaml", 1, WITHDRAWN);
    var print = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    assertThat(new Runner(one, new Report(print)).play(scenario).differences()).isEmpty();
  }

  @AfterAll
  static void stop() throws IOException {
    assertThat(one.checkLogbook()).isEmpty();
    one.close();
    other.close();
    postgres.close();
  }

  @Test
  @Order(1)
  void the_message_stands_behind_the_withdrawal_and_what_waits_is_gone_between_them() {
    var rows = one.logbook().kinds();

    var withdrawal = rows.indexOf("intrekking");
    assertThat(rows.subList(withdrawal, withdrawal + 3))
        .containsExactly("intrekking", "niet-uitgereikt", "stopbericht");
    assertThat(rows).containsOnlyOnce("stopbericht");
  }

  @Test
  @Order(2)
  void the_receiver_trusts_it_at_the_other_gateway_by_the_published_keys_alone() throws Exception {
    var signed = JWSObject.parse(message());
    var key = published().getKeyByKeyId(signed.getHeader().getKeyID()).toECKey();
    var claims = new JsonMapper().readTree(signed.getPayload().toString());

    assertThat(signed.verify(new ECDSAVerifier(key))).isTrue();
    assertThat(signed.getHeader().getType().getType()).isEqualTo("sluis-stopbericht+jwt");
    assertThat(claims.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "iss",
            "aud",
            "rol",
            "jti",
            "iat",
            "vanaf",
            "transacties",
            "categorieen",
            "gevraagd",
            "antwoorden",
            "uiterlijk");
    assertThat(claims.path("aud").asText()).isEqualTo(RECEIVER.value());
    assertThat(claims.path("transacties")).hasSize(1);
    assertThat(claims.path("uiterlijk").asText()).isEqualTo("2026-11-30T23:00:00Z");
  }

  @Test
  @Order(3)
  void a_message_of_which_one_letter_is_changed_is_not_trusted() throws Exception {
    var parts = message().split("\\.", -1);
    var letter = parts[1].charAt(40) == 'A' ? 'B' : 'A';
    var changed = parts[1].substring(0, 40) + letter + parts[1].substring(41);
    var forged = JWSObject.parse(parts[0] + "." + changed + "." + parts[2]);
    var key = published().getKeyByKeyId(forged.getHeader().getKeyID()).toECKey();

    assertThat(forged.verify(new ECDSAVerifier(key))).isFalse();
  }

  @Test
  @Order(4)
  void nobody_but_the_receiver_finds_it() throws IOException {
    var school = other.partner(new Oin("00000099000000201000"), "school");

    assertThat(school.get("/v1/stopberichten/" + waiting().path("id").asText()).status())
        .isEqualTo(404);
    assertThat(read(school, "/v1/stopberichten").path("stopberichten")).isEmpty();
  }

  @Test
  @Order(5)
  void what_nobody_answered_in_time_comes_to_attention_once_whichever_gateway_looks()
      throws IOException {
    var late = one.clock().instant().plus(Duration.ofDays(8));
    one.moveClock(late);
    other.moveClock(late);

    other.runHousekeeping();
    one.runHousekeeping();

    assertThat(one.logbook().kinds()).containsOnlyOnce("escalatie");
    for (var oin : List.of("00000099000000101000", "00000099000000201000")) {
      var tasks = read(one.partner(new Oin(oin), "partij"), "/v1/taken").path("taken");
      assertThat(tasks.findValuesAsText("soort")).containsOnlyOnce("stop-niet-bevestigd");
    }
  }

  @Test
  @Order(6)
  void an_answer_that_comes_twice_at_once_is_one_answer() throws IOException {
    var path = "/v1/stopberichten/" + waiting().path("id").asText() + "/bevestigingen";
    var body =
        "{\"namens\":{\"oin\":\"00000099000000101000\",\"rol\":\"cjg-coach\"},\"gedaan\":\"gewist\"}";
    var first = one.partner(RECEIVER, "cjg");
    var second = other.partner(RECEIVER, "cjg");
    first.token();
    second.token();

    var answers =
        List.of(
            CompletableFuture.supplyAsync(() -> first.postJson(path, body).status()),
            CompletableFuture.supplyAsync(() -> second.postJson(path, body).status()));

    assertThat(answers).allMatch(answer -> answer.join() == 204);
    assertThat(one.logbook().kinds()).containsOnlyOnce("stop-bevestigd");
    assertThat(read(first, "/v1/stopberichten").path("stopberichten")).isEmpty();
  }

  private static JWKSet published() throws Exception {
    return JWKSet.parse(cjg().get("/v1/sleutels").body());
  }

  private static String message() throws IOException {
    return read(cjg(), "/v1/stopberichten/" + waiting().path("id").asText())
        .path("stopbericht")
        .asText();
  }

  private static JsonNode waiting() throws IOException {
    return read(cjg(), "/v1/stopberichten?rol=cjg-coach").path("stopberichten").path(0);
  }

  private static SimulatedPartner cjg() {
    return other.partner(RECEIVER, "cjg");
  }

  private static JsonNode read(SimulatedPartner partner, String path) throws IOException {
    return new JsonMapper().readTree(partner.get(path).body());
  }
}
