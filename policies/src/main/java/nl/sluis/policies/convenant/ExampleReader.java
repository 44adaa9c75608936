package nl.sluis.policies.convenant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Reason;

/// Reads one file of `voorbeelden/`: what is asked, and what the parties agreed to answer.
final class ExampleReader {
  private static final Set<String> OUTCOMES =
      Set.of("PERMIT", "PERMIT_MET_VERPLICHTINGEN", "GEDEELTELIJK", "AANHOUDEN", "WEIGEREN");

  private final Faults faults;
  private final Vocabulary vocabulary;
  private final QuestionReader questions;
  private final Map<String, Rule> rules;
  private final Layers layers;

  /// @param rules every rule, those of the model that do not hold here among them
  /// @param day the day of an example that names none
  ExampleReader(
      Faults faults, Collection<Party> parties, List<Rule> rules, LocalDate day, Layers layers) {
    this.faults = faults;
    this.vocabulary = new Vocabulary(faults);
    this.questions = new QuestionReader(faults, parties, day);
    this.rules = rules.stream().collect(Collectors.toMap(Rule::id, r -> r, (a, _) -> a));
    this.layers = layers;
  }

  List<Example> read(Entry file) {
    var examples = new ArrayList<Example>();
    for (var block : file.entries("voorbeelden")) {
      example(block).ifPresent(examples::add);
      block.close();
    }
    file.close();
    return examples;
  }

  private Optional<Example> example(Entry block) {
    var title = block.word("voorbeeld").value();
    var ruleId = block.word("regel");
    var answer = block.word("antwoord");
    var outcome = block.word("uitkomst");
    var because = reasons(block.words("omdat"));
    var withheld = withheld(block);
    var obligations =
        vocabulary.allOf(Obligation.class, block.words("verplichtingen"), "De verplichting");
    var rule = Optional.ofNullable(rules.get(ruleId.value()));
    if (rule.isEmpty()) {
      faults.add(ruleId.spot(), "De regel `" + ruleId.value() + "` bestaat niet.");
    }
    boolean yes = answer.value().equals("ja");
    checkAnswer(answer, outcome, yes);
    var ofModel = layers.isModel(block.spot().file());
    var asked = block.entry("vraag");
    if (asked.isEmpty()) {
      faults.add(block.spot(), "Dit voorbeeld heeft geen `vraag`.");
    }
    var question = asked.flatMap(entry -> questions.question(entry, rule, ofModel));
    return question.map(
        q ->
            new Example(
                title,
                ruleId.value(),
                yes,
                q,
                outcome.value(),
                because,
                withheld,
                obligations,
                block.spot().toString()));
  }

  private void checkAnswer(Word answer, Word outcome, boolean yes) {
    if (!yes && !answer.value().equals("nee")) {
      faults.add(answer.spot(), "Bij `antwoord` hoort `ja` of `nee`.");
    }
    if (!OUTCOMES.contains(outcome.value())) {
      faults.add(outcome.spot(), "De uitkomst `" + outcome.value() + "` is onbekend.");
    } else if (yes == Set.of("AANHOUDEN", "WEIGEREN").contains(outcome.value())) {
      faults.add(outcome.spot(), "Deze uitkomst hoort niet bij het antwoord.");
    }
  }

  private Set<Reason> reasons(List<Word> words) {
    return vocabulary.allOf(Reason.class, words, "De reden");
  }

  private Map<DataCategory, Reason> withheld(Entry block) {
    var withheld = new EnumMap<DataCategory, Reason>(DataCategory.class);
    block
        .entry("achtergehouden")
        .ifPresent(
            entry -> {
              for (var key : entry.freeKeys()) {
                var reason = vocabulary.of(Reason.class, entry.word(key.value()), "De reden");
                vocabulary.category(key).ifPresent(c -> reason.ifPresent(r -> withheld.put(c, r)));
              }
            });
    return withheld;
  }
}
