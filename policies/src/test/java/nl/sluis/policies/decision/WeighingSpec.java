package nl.sluis.policies.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Shipped;
import nl.sluis.policies.convenant.Speaking.Standing;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.Restriction;
import nl.sluis.policies.question.SubjectFacts;
import nl.sluis.policies.rules.Case;
import nl.sluis.policies.rules.Check;
import nl.sluis.policies.rules.Finding;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Reason;
import org.junit.jupiter.api.Test;

class WeighingSpec {
  private final Convenant convenant = Shipped.convenant();

  @Test
  void a_prohibition_beats_everything_that_permits() {
    var findings =
        List.of(
            new Finding.Requires(Obligation.NACONTROLE),
            Finding.holds(Reason.GEZAG_ONBEKEND, ""),
            Finding.refuses(Reason.RECHTERLIJK_VERBOD, ""));

    assertThat(new Weighing(it("X02"), findings).decide()).isInstanceOf(Refusal.class);
  }

  @Test
  void silence_refuses() {
    var question = question("X02");
    var nowhere =
        new Question(
            question.at(),
            new Purpose("nieuwsgierigheid"),
            question.sender(),
            question.receiver(),
            question.reference(),
            question.categories(),
            question.sealed(),
            question.motivated(),
            question.conditions(),
            question.partial(),
            question.meldcode(),
            question.findings(),
            question.facts());

    var decision = new Decider(convenant).decide(nowhere);

    assertThat(((Refusal) decision).reasons().first().reason())
        .isEqualTo(Reason.DOEL_NIET_IN_CONVENANT);
  }

  @Test
  void a_rule_that_breaks_forbids() {
    Check broken =
        _ -> {
          throw new IllegalStateException("a check that breaks");
        };

    var findings = Interpreter.ask(List.of(broken), it("X02"));

    assertThat(((Refusal) new Weighing(it("X02"), findings).decide()).reasons().first().reason())
        .isEqualTo(Reason.REGEL_DEFECT);
  }

  @Test
  void a_stop_looks_to_the_sender_like_a_want_of_consent() {
    var question = question("X02");
    var decider = new Decider(convenant);
    var never = new ConsentState.NotGiven(Set.of(ConsentState.Lack.NOOIT_GEVRAAGD));
    var stopped =
        new SubjectFacts(Optional.empty(), question.facts().consent(), Set.of(Restriction.BEPERKT));
    var unasked = new SubjectFacts(Optional.empty(), never, Set.of());

    var one = decider.decide(question.with(question.at(), stopped));
    var other = decider.decide(question.with(question.at(), unasked));

    assertThat(Explanation.forSender(one, convenant))
        .isEqualTo(Explanation.forSender(other, convenant));
    assertThat(Explanation.whole(one, convenant)).isNotEqualTo(Explanation.whole(other, convenant));
  }

  @Test
  void a_missing_precondition_is_told_in_words_a_school_can_act_on() {
    var decision = new Decider(convenant).decide(question("X02").withConditions(Set.of()));

    assertThat(Explanation.forSender(decision, convenant).reasons().getFirst().uitleg())
        .contains("Bespreek het signaal eerst met de ouders");
  }

  private Case it(String ruleId) {
    return new Case(
        question(ruleId), convenant.rule(ruleId).orElseThrow(), convenant, Standing.GELDIG);
  }

  private Question question(String ruleId) {
    return convenant.examples().stream()
        .filter(e -> e.ruleId().equals(ruleId) && e.yes())
        .findFirst()
        .orElseThrow()
        .question();
  }
}
