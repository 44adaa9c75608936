package nl.sluis.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BadClaimsSpec {
  private final Partners partners = new Partners();
  private final long now = Partners.NOW.getEpochSecond();

  @Test
  void every_claim_must_be_there() {
    for (var claim : "iss aud jti iat exp doel van aan cnf _sd_alg".split(" ", -1)) {
      assertThat(forged().without(claim).refusal())
          .isIn(FaultCode.VELD_ONTBREEKT, FaultCode.VELD_ONGELDIG);
    }
    assertThat(forged().payloadText(json -> json.replaceAll(",\"_sd\":.*]", "")).refusal())
        .isEqualTo(FaultCode.VELD_ONTBREEKT);
  }

  @Test
  void a_claim_that_the_profile_does_not_know_is_refused() {
    for (var claim : new String[] {"sub", "grondslag", "vct", "status", "K01", "..."}) {
      assertThat(forged().claim(claim, "\"x\"").refusal()).isEqualTo(FaultCode.VELD_ONBEKEND);
    }
  }

  @Test
  void a_message_for_another_gateway_is_refused() {
    assertThat(forged().claim("aud", "\"" + Partners.CJG + "\"").refusal())
        .isEqualTo(FaultCode.VERKEERDE_ONTVANGER);
    assertThat(forged().claim("aud", "[\"" + Partners.SLUIS + "\"]").refusal())
        .isEqualTo(FaultCode.VELD_ONGELDIG);
  }

  @Test
  void an_unknown_role_and_a_malformed_purpose_are_refused() {
    assertThat(
            forged()
                .claim("van", "{\"oin\":\"" + Partners.SCHOOL + "\",\"rol\":\"conciërge\"}")
                .refusal())
        .isEqualTo(FaultCode.ROL_ONBEKEND);
    assertThat(forged().claim("doel", "\"Alles Delen\"").refusal())
        .isEqualTo(FaultCode.VELD_ONGELDIG);
  }

  @Test
  void a_jti_too_short_to_be_unique_or_in_another_alphabet_is_refused() {
    for (var jti : new String[] {"kort", "a".repeat(21), "a".repeat(65), "a b".repeat(10), ""}) {
      assertThat(forged().claim("jti", "\"" + jti + "\"").refusal())
          .isEqualTo(FaultCode.VELD_ONGELDIG);
    }
  }

  @Test
  void a_party_with_a_malformed_number_is_refused() {
    for (var oin : new String[] {"123", "0000009900000000001x", "00000099000000000010 "}) {
      assertThat(forged().claim("aan", "{\"oin\":\"" + oin + "\",\"rol\":\"cjg-coach\"}").refusal())
          .isEqualTo(FaultCode.VELD_ONGELDIG);
    }
  }

  @Test
  void a_binding_key_that_is_not_of_sluis_is_refused() {
    var other = Partners.key("x").toPublicJWK().toJSONString();

    assertThat(forged().claim("cnf", "{\"jwk\":" + other + "}").refusal())
        .isEqualTo(FaultCode.BINDSLEUTEL_ONBEKEND);
    assertThat(forged().claim("cnf", "{\"kid\":\"sluis-kb-1\"}").refusal())
        .isEqualTo(FaultCode.VELD_ONBEKEND);
  }

  @Test
  void an_expired_message_is_refused_sixty_seconds_after_its_end_and_not_before() {
    var message = forged().claim("iat", "" + (now - 300)).claim("exp", "" + now).text();

    assertThat(refusalAt(message, Partners.NOW.plusSeconds(59))).isNull();
    assertThat(refusalAt(message, Partners.NOW.plusSeconds(60))).isEqualTo(FaultCode.VERLOPEN);
  }

  @Test
  void a_message_from_a_clock_more_than_sixty_seconds_ahead_is_refused() {
    assertThat(refusalAt(forged().text(), Partners.NOW.minusSeconds(60))).isNull();
    assertThat(refusalAt(forged().text(), Partners.NOW.minusSeconds(61)))
        .isEqualTo(FaultCode.NOG_NIET_GELDIG);
  }

  @Test
  void a_message_that_says_it_counts_from_later_on_is_refused_until_then() {
    var message = forged().claim("nbf", "" + (now + 120)).text();

    assertThat(refusalAt(message, Partners.NOW)).isEqualTo(FaultCode.NOG_NIET_GELDIG);
    assertThat(refusalAt(message, Partners.NOW.plusSeconds(60))).isNull();
  }

  @Test
  void a_term_of_more_than_an_hour_or_none_at_all_is_refused() {
    assertThat(forged().claim("exp", "" + (now + 3601)).refusal())
        .isEqualTo(FaultCode.GELDIGHEID_TE_LANG);
    assertThat(forged().claim("exp", "" + now).refusal()).isEqualTo(FaultCode.VELD_ONGELDIG);
    assertThat(partners.signal().validFor(Duration.ofHours(1)).sign().text()).isNotEmpty();
  }

  @Test
  void a_time_that_is_no_whole_number_of_seconds_is_refused() {
    for (var time : new String[] {"\"1795341600\"", "1795341600.5", "-1", "253402300800", "null"}) {
      assertThat(forged().claim("iat", time).refusal()).isEqualTo(FaultCode.VELD_ONGELDIG);
    }
  }

  private Forged forged() {
    return new Forged(partners);
  }

  private @Nullable FaultCode refusalAt(String text, Instant at) {
    try {
      partners.verifier.verify(text.getBytes(StandardCharsets.US_ASCII), partners.senders, at);
      return null;
    } catch (MessageFault fault) {
      return fault.code();
    }
  }
}
