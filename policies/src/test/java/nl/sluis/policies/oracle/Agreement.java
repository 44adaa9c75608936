package nl.sluis.policies.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Example;
import nl.sluis.policies.decision.Draw;
import nl.sluis.policies.decision.Outcome;

/// Asks an engine a great many questions and tells how many, of what, and in what time. Every rule
/// is asked as much as any other; which questions, the day says.
final class Agreement {
  /// More than there are convenanten of one day.
  private static final long SEEDS = 1_000_000;

  /// How many questions a convenant of few rules is asked all the same.
  private static final int LEAST = 300;

  private Agreement() {}

  /// The parties get from this engine the answers that they agreed on.
  static void examples(Convenant convenant, Engine engine) {
    var comparison = new Comparison(Convenants.alone(convenant).shelf());
    for (var example : convenant.examples()) {
      assertThat(Recipe.decide(engine, comparison.stated(example.question())).outcome())
          .as("%s: %s", engine.name(), example.source())
          .isEqualTo(expected(example));
    }
  }

  private static String expected(Example example) {
    return switch (example.outcome()) {
      case "PERMIT", "PERMIT_MET_VERPLICHTINGEN" -> "ja";
      case "GEDEELTELIJK" -> "deels";
      case "AANHOUDEN" -> "aanhouden";
      default -> "weigeren";
    };
  }

  /// @param wanted how many questions about each rule
  /// @param roles whether every other role is tried as well, for every rule
  static void check(Convenants.Named named, Engine engine, int wanted, boolean roles) {
    long seed = named.seed() + SEEDS * Draw.ofToday().seed();
    var comparison = new Comparison(named.shelf());
    var requests = new Requests(named.shelf(), new Random(seed));
    int each = Math.max(wanted, LEAST / (1 + named.convenant().rules().size()));
    var questions = new ArrayList<>(requests.ofEach(each));
    if (roles) {
      questions.addAll(requests.roles());
    }
    int count = questions.size();
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    long begin = System.nanoTime();
    for (int i = 0; i < count; i++) {
      var question = questions.get(i);
      var prepared = comparison.prepared(question);
      assertThat(comparison.difference(engine, prepared))
          .as("%s, question %d: %s%n%s", Draw.ofToday(), i, question, prepared.facts().stated())
          .isEmpty();
      outcomes.merge(prepared.ours().outcome(), 1, Integer::sum);
    }
    int permits =
        outcomes.entrySet().stream()
            .filter(e -> e.getKey() != Outcome.AANHOUDEN && e.getKey() != Outcome.WEIGEREN)
            .mapToInt(Map.Entry::getValue)
            .sum();
    // Engines that refuse everything agree too.
    assertThat(permits).as("permits among the answers").isGreaterThan(count / 100);
    System.out.printf(
        "%s, %s, %s: %,d questions on %d rules agree in %.1f s: %s%n",
        engine.name(),
        named.name(),
        Draw.ofToday(),
        count,
        named.convenant().rules().size(),
        (System.nanoTime() - begin) / 1e9,
        outcomes.entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", ")));
  }
}
