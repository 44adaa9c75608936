package nl.sluis.policies.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.convenant.Shipped;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// For everything that went out for safety's sake the convenant says which ordinary road came
/// nearest, and what it lacked.
class MissedRuleSpec {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Convenant CONVENANT = Shipped.convenant();

  @ParameterizedTest(name = "{0}: {1} to {2} with {3}, done first {4}")
  @CsvSource(
      textBlock =
          """
          # A school that reports could have talked with the CJG, had it a yes.
          X16, school-ib,   veilig-thuis, K01 K16,     ,   X02,  ontvanger
          X16, school-ib,   veilig-thuis, K01 K07,     ,   X02,  ontvanger
          X18, school-ib,   veilig-thuis, K01 K05,     ,   X02,  ontvanger
          # The CJG has an ordinary road to Veilig Thuis, with consent; what it takes decides which.
          X16, cjg-coach,   veilig-thuis, K01 K16,     ,   X70,  toestemming
          # For a GI or the Raad the family of purposes knows the voluntary road.
          X24, school-ib,   gi-ots,       K01 K08,     ,   X25b, ontvanger
          X22, school-ib,   rvdk,         K01 K08,     ,   X25b, ontvanger
          # Between two duties: a GP may tell the CJG when the family says yes.
          X52, huisarts,    cjg-coach,    K01 K16,     ,   X37,  toestemming
          # A rule that asks no consent lacks what was not done first, or carries not all of it.
          X16, school-ib,   lpa,          K01,         ,   X08,  voorwaarde
          X16, school-ib,   lpa,          K01 K16,     all, X08, categorie
          X16, school-ib,   lpa,          K01,         all, X08, niets
          # Nothing but a fear for safety: there is no ordinary road for that.
          X16, school-ib,   veilig-thuis, K16,         ,   geen, geen-weg
          """)
  void the_nearest_ordinary_rule_and_what_it_lacked(
      String override,
      String from,
      String to,
      String offered,
      String done,
      String nearest,
      String lack) {
    var asked = asked(override, from, to, offered, done == null ? "" : nearest);

    var missed = MissedRule.of(asked, rule(override), CONVENANT);

    assertThat(missed.rule().map(Rule::id).orElse("geen")).isEqualTo(nearest);
    assertThat(missed.lack().code()).isEqualTo(lack);
  }

  @Test
  void nothing_that_goes_out_for_safety_is_left_without_a_class_and_no_override_is_ordinary() {
    var seen = new HashSet<MissedRule.Lack>();
    for (var override : CONVENANT.rules()) {
      if (override.lane() != Lane.OVERRIDE && override.lane() != Lane.CONFLICT_VAN_PLICHTEN) {
        continue;
      }
      for (var from : override.from()) {
        for (var to : override.to()) {
          var asked = asked(override.id(), from.code(), to.code(), "K01 K16", "");
          var missed = MissedRule.of(asked, override, CONVENANT);
          seen.add(missed.lack());
          assertThat(missed.rule().isEmpty()).isEqualTo(missed.lack() == MissedRule.Lack.GEEN_WEG);
          missed
              .rule()
              .ifPresent(
                  rule -> {
                    assertThat(rule.lane()).isIn(Lane.TOESTEMMING, Lane.WETTELIJK);
                    assertThat(rule.from()).contains(from);
                  });
          assertThat(MissedRule.of(asked, override, CONVENANT)).isEqualTo(missed);
        }
      }
    }
    assertThat(seen).contains(MissedRule.Lack.TOESTEMMING, MissedRule.Lack.ONTVANGER);
  }

  private static Question asked(
      String override, String from, String to, String offered, String done) {
    var categories =
        Arrays.stream(offered.split(" ", -1))
            .map(code -> DataCategory.of(code).orElseThrow())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(DataCategory.class)));
    var sender = new PartyRole(oin(from), Role.of(from).orElseThrow());
    var receiver = new PartyRole(oin(to), Role.of(to).orElseThrow());
    var day = NOW.atZone(Age.CALENDAR).toLocalDate();
    var ideal = Ideal.of(rule(override), sender, receiver, categories, day);
    return ideal.withConditions(done.isEmpty() ? Set.of() : Set.copyOf(rule(done).conditions()));
  }

  private static Oin oin(String role) {
    return CONVENANT.parties().values().stream()
        .filter(p -> p.roles().stream().anyMatch(held -> held.role().code().equals(role)))
        .findFirst()
        .map(Party::oin)
        .orElse(new Oin("0".repeat(20)));
  }

  private static Rule rule(String id) {
    return CONVENANT.rule(id).orElseThrow();
  }
}
