package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.Shown;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What Sluis tells a caller about its own connection.
final class ConnectionSpec {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final Oin STRANGER = new Oin("00000099000000999000");

  private static TestGateway test;
  private static DevGateway gateway;
  private static SimulatedPartner school;

  @BeforeAll
  static void start() {
    test = TestGateway.start();
    gateway = test.gateway();
    school = gateway.partner(SCHOOL, "De Duinpieper");
  }

  @AfterAll
  static void stop() throws IOException {
    school.close();
    test.close();
  }

  @Test
  void who_connects_well_hears_what_is_seen_of_itself_and_that_nothing_is_wrong()
      throws IOException {
    var seen = withToken(newToken());

    assertThat(seen.path("oin").asText()).isEqualTo(SCHOOL.value());
    assertThat(seen.path("partner").asBoolean()).isTrue();
    assertThat(seen.path("token").asText()).isEqualTo("goed");
    assertThat(seen.path("keten")).hasSize(2);
    assertThat(seen.at("/keten/0/onderwerp").asText()).contains("CN=De Duinpieper");
    assertThat(seen.path("intrekking")).hasSize(2);
    assertThat(seen.at("/intrekking/0/wijze").asText()).isEqualTo("crl");
    assertThat(seen.at("/intrekking/0/bron").asText()).isEqualTo("uitgever.crl");
    assertThat(seen.at("/intrekking/0/geldigTot").asText()).isNotEmpty();
    assertThat(causes(seen)).isEmpty();
  }

  @Test
  void no_token_is_needed_to_ask() throws IOException {
    assertThat(look(school, "", Map.of()).path("token").asText()).isEqualTo("niet gestuurd");
  }

  @Test
  void a_token_is_told_at_which_check_it_falls_and_at_no_other() throws IOException {
    var token = newToken();
    var parts = token.split("\\.", -1);
    var other = newToken().split("\\.", -1);

    assertThat(causes(withToken("geen.token"))).containsExactly("token-vorm");
    assertThat(causes(withToken(parts[0] + "." + parts[1] + "." + other[2])))
        .containsExactly("token-handtekening");
    assertThat(causes(withToken(named("een-andere") + "." + parts[1] + "." + parts[2])))
        .containsExactly("token-sleutel-onbekend");
    assertThat(causes(look(school, "", Map.of("Authorization", "Basic x"))))
        .containsExactly("token-ontbreekt");
    assertThat(causes(withToken(token))).isEmpty();

    gateway.show(school, Shown.NEW);
    assertThat(causes(withToken(token))).containsExactly("token-ander-certificaat");
    var ownToken = newToken();
    gateway.moveClock(gateway.clock().instant().plus(Duration.ofMinutes(11)));
    assertThat(causes(withToken(ownToken))).containsExactly("token-verlopen");
  }

  @Test
  void an_organisation_that_is_no_partner_hears_so() throws IOException {
    try (var stranger = gateway.stranger(STRANGER, "Wie is dit")) {
      var seen = look(stranger, "", Map.of("Authorization", "Bearer " + newToken()));

      assertThat(seen.path("partner").asBoolean()).isFalse();
      assertThat(seen.path("oin").asText()).isEqualTo(STRANGER.value());
      assertThat(causes(seen)).containsExactly("partner-onbekend");
      assertThat(seen.toString()).doesNotContain(SCHOOL.value()).doesNotContain("Duinpieper");
    }
  }

  @Test
  void a_clock_that_differs_is_measured_and_told_only_when_it_matters() throws IOException {
    var now = gateway.clock().instant();

    var near = look(school, "?tijd=" + now.minusSeconds(20), Map.of());
    var far = look(school, "?tijd=" + now.plusSeconds(90), Map.of());

    assertThat(near.path("klokVerschilSeconden").asInt()).isEqualTo(-20);
    assertThat(causes(near)).isEmpty();
    assertThat(far.path("klokVerschilSeconden").asInt()).isEqualTo(90);
    assertThat(causes(far)).containsExactly("klok-scheef");
    assertThat(school.call("GET", "/v1/verbinding?tijd=straks", Map.of(), "").status())
        .isEqualTo(400);
  }

  @Test
  void a_list_that_is_too_old_is_told_with_its_age_where_every_other_path_only_refuses()
      throws IOException {
    var before = gateway.clock().instant();
    gateway.letListsComeOut(false);
    gateway.clock().set(before.plus(Duration.ofDays(8)));

    var seen = look(school, "", Map.of());

    assertThat(causes(seen)).containsExactly("crl-verouderd");
    assertThat(seen.at("/intrekking/0/geldigTot").asText())
        .isLessThan(gateway.clock().instant().toString());
    assertThat(school.call("GET", "/v1/adresboek", Map.of(), "").body()).contains("crl-verouderd");

    gateway.letListsComeOut(true);
    assertThat(causes(look(school, "", Map.of()))).isEmpty();
  }

  private static String newToken() {
    school.freshToken();
    return school.token();
  }

  private static String named(String kid) {
    var header = "{\"kid\":\"" + kid + "\",\"typ\":\"at+jwt\",\"alg\":\"ES256\"}";
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(header.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode withToken(String token) throws IOException {
    return look(school, "", Map.of("Authorization", "Bearer " + token));
  }

  private static JsonNode look(SimulatedPartner who, String query, Map<String, String> headers)
      throws IOException {
    var answer = who.call("GET", "/v1/verbinding" + query, headers, "");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static List<String> causes(JsonNode seen) {
    return seen.path("bevindingen").findValuesAsText("code");
  }
}
