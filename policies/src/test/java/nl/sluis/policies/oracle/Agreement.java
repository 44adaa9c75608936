package nl.sluis.policies.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import nl.sluis.policies.decision.Outcome;

/// Asks an engine a great many questions and tells how many, of what, and in what time.
final class Agreement {
  private Agreement() {}

  /// @param roles whether every other role is tried as well, for every rule
  static void check(Convenants.Named named, Engine engine, int wanted, boolean roles) {
    var comparison = new Comparison(named.shelf());
    var requests = new Requests(named.shelf(), new Random(named.seed()));
    var questions = new ArrayList<>(requests.some(wanted));
    if (roles) {
      questions.addAll(requests.roles());
    }
    int count = questions.size();
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    long begin = System.nanoTime();
    for (int i = 0; i < count; i++) {
      var question = questions.get(i);
      var difference = comparison.difference(engine, question);
      assertThat(difference)
          .as(
              "seed %d, question %d: %s%n%s",
              named.seed(), i, question, comparison.stated(question))
          .isEmpty();
      outcomes.merge(comparison.ours(question).outcome(), 1, Integer::sum);
    }
    int permits =
        outcomes.entrySet().stream()
            .filter(e -> e.getKey() != Outcome.AANHOUDEN && e.getKey() != Outcome.WEIGEREN)
            .mapToInt(Map.Entry::getValue)
            .sum();
    // Engines that refuse everything agree too.
    assertThat(permits).as("permits among the answers").isGreaterThan(count / 100);
    System.out.printf(
        "%s, %s: %,d questions on %d rules agree in %.1f s: %s%n",
        engine.name(),
        named.name(),
        count,
        named.convenant().rules().size(),
        (System.nanoTime() - begin) / 1e9,
        outcomes.entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", ")));
  }
}
