package nl.sluis.dev.voorbeeld;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one step: a label, one action, and what must be seen.
final class StepReader {
  private StepReader() {}

  static Step read(Fields fields, Names names, int number) {
    var label = fields.text("stap", "stap " + number);
    var remark = fields.text("opmerking", "");
    var kind = kind(fields);
    var action = kind.reader().read(fields.need(kind.name()), names);
    names.addStep(label, kind.name(), fields.has("stap") ? fields.place("stap") : fields.place());
    var expected = fields.block("verwacht").map(e -> expected(e, names)).orElse(List.of());
    fields.done();
    return new Step(label, remark, kind.name(), action, expected, fields.place());
  }

  /// A step in the short form of `toestemmingen` and `mandaten`: the block is the action itself.
  static Step brief(Fields fields, String action, Names names) {
    var label = fields.text("stap");
    var kind = Vocabulary.action(action).orElseThrow();
    var read = kind.reader().read(fields.without("stap"), names);
    names.addStep(label, kind.name(), fields.place("stap"));
    return new Step(label, "", read, List.of(), fields.place());
  }

  private static ActionKind kind(Fields fields) {
    var found = new ArrayList<ActionKind>();
    for (var key : fields.keys()) {
      Vocabulary.action(key).ifPresent(found::add);
    }
    if (found.size() > 1) {
      throw new VoorbeeldFault(
          fields.place(found.get(1).name()),
          "een stap doet één ding; `%s` en `%s` zijn twee stappen"
              .formatted(found.get(0).name(), found.get(1).name()));
    }
    return found.stream().findFirst().orElseThrow(() -> noAction(fields));
  }

  private static VoorbeeldFault noAction(Fields fields) {
    var unknown =
        fields.keys().stream()
            .filter(key -> !List.of("stap", "opmerking", "verwacht").contains(key))
            .findFirst();
    var known = Vocabulary.ACTIONS.stream().map(ActionKind::name).toList();
    return Optional.of(unknown.orElse(""))
        .filter(word -> !word.isEmpty())
        .map(word -> new VoorbeeldFault(fields.place(word), Suggestion.unknown(word, known)))
        .orElseGet(
            () ->
                new VoorbeeldFault(
                    fields.place(), "deze stap doet niets; kies uit: " + String.join(", ", known)));
  }

  private static List<Expectation> expected(Fields fields, Names names) {
    var expected = new ArrayList<Expectation>();
    for (var key : fields.keys()) {
      Vocabulary.expectation(key)
          .ifPresent(kind -> expected.add(kind.reader().read(fields.need(key), names)));
    }
    Vocabulary.EXPECTATIONS.forEach(kind -> fields.has(kind.name()));
    fields.done();
    return expected;
  }
}
