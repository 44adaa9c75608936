package nl.sluis.policies.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Shipped;
import nl.sluis.policies.export.CedarText;
import nl.sluis.policies.export.Chapters;
import nl.sluis.policies.export.XacmlText;
import nl.sluis.policies.question.Question;
import org.junit.jupiter.api.Test;

/// The comparison with other engines would see a mistake: translations and rules are made wrong in
/// one place, and the questions that are asked find it.
class TeethSpec {
  private static final int QUESTIONS_PER_RULE = 4_000;
  private static final int SENTENCES = 300;
  private static final int RULES = 150;
  private static final int TEXTS = 3;
  private static final String ACUTE = "acuut-melden";

  private static final Convenant BASE = Rules.decided(Shipped.convenant());

  private final Convenants.Named named =
      Versions.of("tanden", 0, BASE, BASE.rules(), new Random(10));
  private final Convenant convenant = named.convenant();
  private final Comparison comparison = new Comparison(named.shelf());
  private final Map<String, List<Question>> byAction = new HashMap<>();

  TeethSpec() {
    var requests = new Requests(named.shelf(), new Random(0));
    Stream.concat(
            requests.some(QUESTIONS_PER_RULE * BASE.rules().size()).stream(),
            requests.roles().stream())
        .forEach(
            question ->
                byAction
                    .computeIfAbsent(comparison.stated(question).action(), _ -> new ArrayList<>())
                    .add(question));
  }

  @Test
  void the_right_translation_is_not_found() {
    try (var engine = new PlainEngine(Chapters.of(convenant))) {
      assertThat(byAction.keySet()).noneMatch(action -> isFound(engine, action));
    }
  }

  @Test
  void a_translation_that_is_wrong_in_one_place_is_found() {
    var mutants = new Mutants(Chapters.of(convenant), new Random(11));
    var missed = new ArrayList<String>();
    for (int i = 0; i < SENTENCES; i++) {
      var mutant = mutants.next();
      try (var engine = new PlainEngine(mutant.chapters())) {
        if (!isFound(engine, mutant.action())) {
          missed.add(mutant.what());
        }
      }
    }

    System.out.printf(
        "%d of %d wrong translations found; missed:%n%s%n",
        SENTENCES - missed.size(), SENTENCES, String.join("\n", missed));
    assertThat(missed).hasSizeLessThanOrEqualTo(SENTENCES / 20);
  }

  @Test
  void a_rule_that_is_wrong_in_one_place_is_found() {
    var missed = new ArrayList<String>();
    var mutants = RuleMutants.of(convenant, new Random(12), RULES);
    for (var mutant : mutants) {
      try (var engine = new PlainEngine(Chapters.of(mutant.convenant()))) {
        if (!isFound(engine, mutant.rule().purpose().code()) && !isFound(engine, ACUTE)) {
          missed.add(mutant.what());
        }
      }
    }

    System.out.printf(
        "%d of %d wrong rules found; missed:%n%s%n",
        mutants.size() - missed.size(), mutants.size(), String.join("\n", missed));
    assertThat(missed).hasSizeLessThanOrEqualTo(mutants.size() / 20);
  }

  @Test
  void the_real_engines_find_it_too() {
    var mutants = new Mutants(Chapters.of(convenant), new Random(13));
    var found = IntStream.range(0, TEXTS).filter(_ -> bothFind(mutants)).count();

    assertThat(found).isEqualTo(TEXTS);
  }

  private boolean bothFind(Mutants mutants) {
    while (true) {
      var mutant = mutants.next();
      try (var plain = new PlainEngine(mutant.chapters())) {
        // Which reason is named first is free to an engine; what passes is not.
        if (!passesOther(plain, mutant.action())) {
          continue;
        }
      }
      try (var xacml = new XacmlEngine(XacmlText.policies(convenant, mutant.chapters()));
          var cedar =
              new CedarEngine(
                  CedarText.policies(convenant, mutant.chapters()), CedarText.schema(convenant))) {
        return isFound(xacml, mutant.action()) && isFound(cedar, mutant.action());
      }
    }
  }

  private boolean passesOther(Engine engine, String action) {
    return byAction.getOrDefault(action, List.of()).stream()
        .anyMatch(
            question ->
                comparison
                    .difference(engine, question)
                    .filter(told -> told.startsWith("outcome") || told.startsWith("released"))
                    .isPresent());
  }

  private boolean isFound(Engine engine, String action) {
    return byAction.getOrDefault(action, List.of()).stream()
        .anyMatch(question -> comparison.difference(engine, question).isPresent());
  }
}
