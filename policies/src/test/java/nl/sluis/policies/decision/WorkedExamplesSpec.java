package nl.sluis.policies.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Example;
import nl.sluis.policies.convenant.Shipped;
import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.Reason;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WorkedExamplesSpec {
  private final List<Convenant> convenanten = Shipped.all();

  @TestFactory
  Stream<DynamicTest> the_parties_get_the_answer_they_agreed_on() {
    return convenanten.stream().flatMap(this::examples);
  }

  private Stream<DynamicTest> examples(Convenant convenant) {
    var decider = new Decider(convenant);
    return convenant.examples().stream()
        .map(
            e ->
                DynamicTest.dynamicTest(
                    convenant.id() + " " + e.ruleId() + ": " + e.title(), () -> check(e, decider)));
  }

  @Test
  void every_outcome_occurs() {
    var outcomes =
        convenanten.stream()
            .flatMap(c -> c.examples().stream())
            .map(Example::outcome)
            .collect(Collectors.toSet());

    assertThat(outcomes)
        .isEqualTo(Arrays.stream(Outcome.values()).map(Enum::name).collect(Collectors.toSet()));
  }

  private static void check(Example example, Decider decider) {
    var decision = decider.decide(example.question());

    assertThat(decision.outcome().name())
        .as(example.source() + " " + decision)
        .isEqualTo(example.outcome());
    switch (decision) {
      case Permit permit -> {
        assertThat(permit.withheld()).isEqualTo(example.withheld());
        assertThat(permit.obligations()).isEqualTo(example.obligations());
      }
      case Hold hold -> assertThat(reasons(hold.reasons())).isEqualTo(example.because());
      case Refusal refusal -> assertThat(reasons(refusal.reasons())).isEqualTo(example.because());
    }
  }

  private static Set<Reason> reasons(NonEmpty<Reason.Told> told) {
    return told.items().stream().map(Reason.Told::reason).collect(Collectors.toSet());
  }
}
