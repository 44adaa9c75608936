package nl.sluis.policies.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Shipped;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.PartialDelivery;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.question.Restriction;
import nl.sluis.policies.question.SubjectFacts;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

/// Domain 1.6, over the whole bounded space of questions rather than over samples.
class HardProhibitionsSpec {
  private static final Set<DataCategory> SOME =
      EnumSet.of(DataCategory.K01, DataCategory.K09, DataCategory.K12, DataCategory.K13);
  private static final Set<Role> OVERRIDE = EnumSet.of(Role.VEILIG_THUIS, Role.RVDK, Role.GI_OTS);
  private static final Set<String> PUPIL_NUMBER =
      Set.of(
          "verzuimmelding-wettelijk",
          "verzuimmelding-overig",
          "overdracht-po-vo",
          "overdracht-vo-vo-mbo");

  private final Convenant convenant = Shipped.convenant();
  private final Decider decider = new Decider(convenant);
  private long asked;
  private long permitted;

  @Test
  void no_question_in_the_space_breaks_a_hard_prohibition() {
    new Space(convenant).messages(this::check);

    System.out.printf("%,d decisions enumerated, %,d of them permits%n", asked, permitted);
    assertThat(asked).isGreaterThan(1_000_000);
    assertThat(permitted).isGreaterThan(10_000);
  }

  private void check(Question message) {
    var lacking = new HashSet<Decision>();
    for (var restrictions : Space.restrictions()) {
      lacking.clear();
      var early = new HashSet<Decision>();
      for (var consent : Space.consents(SOME)) {
        var facts = new SubjectFacts(Optional.empty(), consent, restrictions);
        var question = message.with(message.at(), facts);
        var decision = decider.decide(question);
        asked++;
        check(question, decision);
        if (consent instanceof ConsentState.NotGiven) {
          lacking.add(decision);
        }
        early.add(decision);
      }
      require(lacking.size() == 1, message, "the causes of no consent differ");
      require(
          early.size() == 1 || isReadyForThePerson(message),
          message,
          "consent shows before the preconditions are met");
    }
  }

  private boolean isReadyForThePerson(Question message) {
    var rule = convenant.rule(message.purpose(), message.sender(), message.receiver());
    return rule.isPresent() && message.conditions().containsAll(rule.get().conditions());
  }

  private void check(Question question, Decision decision) {
    switch (decision) {
      case Permit permit -> {
        permitted++;
        permit(question, permit);
      }
      case Hold _, Refusal _ ->
          require(!isAcuteToVeiligThuis(question), question, "an acute report was not let through");
    }
  }

  private void permit(Question question, Permit permit) {
    var out = permit.released();
    var to = question.receiver().role();
    require(!out.contains(DataCategory.K18), question, "P6");
    require(
        to != Role.LPA || !(out.contains(DataCategory.K11) || out.contains(DataCategory.K14)),
        question,
        "P1");
    require(
        to != Role.GEMEENTE_BELEID || Set.of(DataCategory.K00).containsAll(out), question, "P2");
    require(permit.lane() != Lane.OVERRIDE || OVERRIDE.contains(to), question, "P4");
    require(
        permit.lane() != Lane.OVERRIDE || permit.obligations().contains(Obligation.NACONTROLE),
        question,
        "P6 of the design: an override without review");
    require(
        !out.contains(DataCategory.K02) || PUPIL_NUMBER.contains(question.purpose().code()),
        question,
        "P5");
    require(
        permit.lane() != Lane.ANONIEM
            || (question.reference() == ReferenceKind.GEEN
                && EnumSet.of(DataCategory.K00, DataCategory.K19).containsAll(out)),
        question,
        "P7");
    require(permit.lane() != Lane.TOESTEMMING || isCovered(question, out), question, "no consent");
    var both = new HashSet<>(out);
    require(
        !both.removeAll(permit.withheld().keySet())
            && question.categories().equals(union(out, permit.withheld().keySet())),
        question,
        "what was offered is neither released nor withheld");
    require(
        permit.withheld().isEmpty()
            || permit.lane() == Lane.OVERRIDE
            || question.partial() == PartialDelivery.LEVER_REST,
        question,
        "a part was delivered though the sender wanted all or nothing");
    var acute = question.meldcode() instanceof MeldcodeState.Acute;
    require(
        acute
            || convenant
                .rule(question.purpose(), question.sender(), question.receiver())
                .isPresent(),
        question,
        "P1 of the design: silence permitted");
  }

  private static boolean isCovered(Question question, Set<DataCategory> out) {
    return question.facts().consent() instanceof ConsentState.Given(var covered, List<String> _)
        && covered.containsAll(out)
        && !question.facts().restrictions().contains(Restriction.BEPERKT);
  }

  private static boolean isAcuteToVeiligThuis(Question question) {
    return question.meldcode() instanceof MeldcodeState.Acute
        && question.receiver().role() == Role.VEILIG_THUIS;
  }

  private static Set<DataCategory> union(Set<DataCategory> some, Set<DataCategory> others) {
    var all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  private static void require(boolean holds, Question question, String what) {
    if (!holds) {
      throw new AssertionError(what + ": " + question);
    }
  }
}
