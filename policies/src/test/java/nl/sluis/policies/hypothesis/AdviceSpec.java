package nl.sluis.policies.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.LegalPoint;
import nl.sluis.policies.convenant.Shipped;
import nl.sluis.policies.decision.Decider;
import nl.sluis.policies.decision.Permit;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

class AdviceSpec {
  private final Convenant convenant = Shipped.convenant();

  @Test
  void a_diagnosis_in_a_signal_is_left_out_and_the_rest_needs_only_what_was_missing() {
    var asked =
        new Edit(yes("X02"))
            .categories(EnumSet.of(DataCategory.K01, DataCategory.K09, DataCategory.K11));
    var unasked =
        new Edit(asked)
            .consent(new ConsentState.NotGiven(Set.of(ConsentState.Lack.NOOIT_GEVRAAGD)));

    var advice = Advice.on(unasked, convenant);

    assertThat(advice.way().orElseThrow().changes())
        .containsExactly(
            new Change.LeaveOut(DataCategory.K11),
            new Change.GetConsent(
                convenant.rule("X02").orElseThrow().consent().regimes(),
                EnumSet.of(DataCategory.K01, DataCategory.K09)));
    assertThat(AdviceText.of(advice, Optional.empty()))
        .contains("K11 (")
        .contains("bij geen enkel doel")
        .contains("X01")
        .contains("Veilig Thuis");
  }

  @Test
  void every_refusal_among_the_worked_examples_has_a_way_to_yes_that_works_or_says_why_not() {
    var decider = new Decider(convenant);
    for (var example : convenant.examples()) {
      if (example.yes()) {
        continue;
      }
      var advice = Advice.on(example.question(), convenant);
      advice
          .way()
          .ifPresent(
              way ->
                  assertThat(way.exists() ? way.changes() : way.blockedBy())
                      .as(example.source())
                      .isNotEmpty());
      assertThat(advice.decision()).isEqualTo(decider.decide(example.question()));
    }
  }

  @Test
  void the_points_that_no_lawyer_decided_yet_are_named_for_the_rule_that_spoke() {
    var leans = AdviceText.of(Advice.on(yes("X02"), convenant), Optional.empty());
    var stands = AdviceText.of(Advice.on(yes("X01"), convenant), Optional.empty());

    var points =
        convenant.undecided(convenant.rule("X02").orElseThrow()).stream()
            .map(LegalPoint::id)
            .toList();
    assertThat(points).contains("J1", "J3");
    assertThat(leans).contains("  jurist  nog niet besloten: " + String.join(", ", points) + "\n");
    assertThat(stands).doesNotContain("nog niet besloten");
  }

  @Test
  void what_passes_already_needs_nothing() {
    for (var example : convenant.examples()) {
      var decision = new Decider(convenant).decide(example.question());
      if (decision instanceof Permit permit
          && permit.withheld().isEmpty()
          && !(example.question().meldcode() instanceof MeldcodeState.Acute)) {
        var way = Advice.on(example.question(), convenant).way().orElseThrow();
        assertThat(way).as(example.source()).isEqualTo(new WayToYes(List.of(), List.of()));
      }
    }
  }

  @Test
  void where_no_rule_speaks_the_advice_says_what_these_roles_do_share() {
    var asked = yes("X02");
    var other =
        new Question(
            asked.at(),
            new Purpose("jgz-advies-school"),
            asked.sender(),
            asked.receiver(),
            asked.reference(),
            asked.categories(),
            asked.sealed(),
            asked.motivated(),
            asked.conditions(),
            asked.partial(),
            asked.meldcode(),
            asked.findings(),
            asked.facts());

    var advice = Advice.on(other, convenant);

    assertThat(advice.rule()).isEmpty();
    assertThat(advice.purposes()).contains(new Purpose("signaal-bespreken-cjg"));
    assertThat(AdviceText.of(advice, Optional.empty())).contains("Wat er niet staat, mag niet.");
  }

  @Test
  void the_wrong_cjg_is_replaced_by_the_fixed_contact() {
    var asked = yes("X02");
    var wrong =
        convenant.parties().values().stream()
            .filter(party -> party.everHeld().contains(Role.CJG_COACH))
            .filter(party -> !party.oin().equals(asked.receiver().oin()))
            .findFirst()
            .orElseThrow();

    var advice =
        Advice.on(new Edit(asked).receiver(new PartyRole(wrong.oin(), Role.CJG_COACH)), convenant);

    assertThat(advice.way().orElseThrow().changes())
        .containsExactly(new Change.SendTo(asked.receiver()));
  }

  @Test
  void nobody_is_told_to_ask_a_parent_who_may_not_know() {
    var shielded = new Edit(yes("X02")).consent(new ConsentState.ShieldedGiver());

    var advice = Advice.on(shielded, convenant);

    assertThat(advice.way().orElseThrow().exists()).isFalse();
    assertThat(AdviceText.of(advice, Optional.empty()))
        .contains("Vraag niets aan deze persoon")
        .doesNotContain("Vraag toestemming");
  }

  @Test
  void a_no_is_not_asked_away() {
    var refused =
        new Edit(yes("X02"))
            .consent(new ConsentState.NotGiven(Set.of(ConsentState.Lack.GEWEIGERD)));

    var text = AdviceText.of(Advice.on(refused, convenant), Optional.empty());

    assertThat(text).contains("Dring niet aan").doesNotContain("Vraag toestemming");
  }

  private Question yes(String ruleId) {
    return convenant.examples().stream()
        .filter(example -> example.ruleId().equals(ruleId) && example.yes())
        .findFirst()
        .orElseThrow()
        .question();
  }
}
