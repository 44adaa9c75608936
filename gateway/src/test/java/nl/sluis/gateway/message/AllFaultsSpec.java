package nl.sluis.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Whoever sends a message that is wrong in several ways hears all of them at once, and of each
/// only where it is, in our words.
class AllFaultsSpec {
  /// Spoils one claim each, with what its sender then hears about it.
  private static final Map<String, String> SPOILT =
      new TreeMap<>(
          Map.of(
              "aan", "{\"oin\":\"99\",\"rol\":\"cjg-coach\"}",
              "aud", "\"Sam Jansen\"",
              "cnf", "{\"kid\":\"sleutel\"}",
              "doel", "\"Alles Delen\"",
              "exp", "\"morgen\"",
              "jti", "\"kort\"",
              "van", "{\"oin\":\"00000099000000201000\",\"rol\":\"koning\"}"));

  private static final Map<String, String> HEARD =
      Map.of(
          "aan", "veld-ongeldig aan.oin",
          "aud", "veld-ongeldig aud",
          "cnf", "veld-onbekend cnf",
          "doel", "veld-ongeldig doel",
          "exp", "veld-ongeldig exp",
          "jti", "veld-ongeldig jti",
          "van", "rol-onbekend van.rol");

  private final Partners partners = new Partners();

  @Test
  void every_two_claims_that_are_wrong_are_told_together() {
    var names = List.copyOf(SPOILT.keySet());
    for (var one : names) {
      for (var other : names) {
        var spoilt = spoil(one.equals(other) ? List.of(one) : List.of(one, other));

        assertThat(heard(spoilt))
            .as(one + " and " + other)
            .contains(HEARD.getOrDefault(one, ""), HEARD.getOrDefault(other, ""));
      }
    }
  }

  @Test
  void seven_claims_and_a_disclosure_that_are_wrong_are_told_in_one_answer() {
    var spoilt = spoil(List.copyOf(SPOILT.keySet()));
    spoilt.disclose("bijGedeeltelijk", "\"misschien\"");

    var heard = heard(spoilt);

    assertThat(heard).containsAll(HEARD.values());
    assertThat(heard).contains("onderdeel-waarde-ongeldig bijGedeeltelijk");
    assertThat(heard).doesNotHaveDuplicates();
    assertThat(String.join("\n", heard)).doesNotContain("Sam", "kort", "koning", "morgen");
  }

  @Test
  void a_role_and_a_number_of_one_party_are_told_apart() {
    var spoilt =
        new Forged(partners).claim("van", "{\"oin\":\"12\",\"rol\":\"koning\",\"naam\":\"Sam\"}");

    assertThat(heard(spoilt))
        .containsExactly("veld-onbekend van", "rol-onbekend van.rol", "veld-ongeldig van.oin");
  }

  @Test
  void before_the_signature_is_proved_nothing_else_is_told() {
    var spoilt = spoil(List.copyOf(SPOILT.keySet())).text();
    var other = spoil(List.of("jti")).text();
    var stolen =
        spoilt.substring(0, spoilt.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));

    assertThat(heard(stolen)).containsExactly("handtekening-ongeldig ");
  }

  private Forged spoil(List<String> names) {
    var forged = new Forged(partners);
    names.forEach(name -> forged.claim(name, SPOILT.getOrDefault(name, "")));
    return forged;
  }

  private List<String> heard(Forged forged) {
    return heard(forged.text());
  }

  private List<String> heard(String text) {
    var heard = new ArrayList<String>();
    try {
      partners.verifier.verify(
          text.getBytes(StandardCharsets.UTF_8), partners.senders, Partners.NOW);
    } catch (MessageFault fault) {
      fault.parts().forEach(part -> heard.add(part.code().code() + " " + part.about()));
    }
    return heard;
  }
}
