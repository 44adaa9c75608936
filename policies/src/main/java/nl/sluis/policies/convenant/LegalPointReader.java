package nl.sluis.policies.convenant;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Regime;

/// Reads `juridisch.yaml`: what a lawyer must decide, and what was decided.
final class LegalPointReader {
  private final Faults faults;
  private final Vocabulary vocabulary;

  LegalPointReader(Faults faults) {
    this.faults = faults;
    this.vocabulary = new Vocabulary(faults);
  }

  Map<String, LegalPoint> read(Entry file) {
    var points = new LinkedHashMap<String, LegalPoint>();
    for (var block : file.entries("punten")) {
      var id = block.word("punt");
      var question = block.word("vraag").value();
      var chosen = block.word("gekozen");
      var options = block.words("opties").stream().map(Word::value).toList();
      var touches = block.word("raakt").value();
      var bearing = block.entry("geldtBij").map(this::bearing).orElse(Bearing.none());
      var noLane = block.find("raaktGeenStroom").map(Word::value);
      var ruling = ruling(block, chosen);
      block.close();
      if (!id.value().matches("J[0-9]{1,2}")) {
        faults.add(id.spot(), "Een punt heet J met een nummer, zoals J3.");
      }
      if (!options.contains(chosen.value())) {
        faults.add(chosen.spot(), "`" + chosen.value() + "` staat niet bij `opties`.");
      }
      var point =
          new LegalPoint(
              id.value(),
              question,
              chosen.value(),
              options,
              touches,
              bearing,
              noLane,
              ruling,
              id.spot().toString());
      if (points.put(id.value(), point) != null) {
        faults.add(id.spot(), "Het punt `" + id.value() + "` staat er al.");
      }
    }
    file.close();
    return points;
  }

  private Bearing bearing(Entry entry) {
    var bearing =
        new Bearing(
            vocabulary.allOf(ReferenceKind.class, entry.words("verwijzing"), "De verwijzing"),
            vocabulary.allOf(Regime.class, entry.words("regime"), "Het regime"),
            vocabulary.categories(entry.words("gegevens")));
    entry.close();
    return bearing;
  }

  private Optional<LegalPoint.Ruling> ruling(Entry block, Word chosen) {
    var answer = block.find("besluit");
    var by = block.find("door");
    var on = block.day("datum");
    if (answer.isEmpty() && by.isEmpty() && on.isEmpty()) {
      return Optional.empty();
    }
    if (answer.isEmpty() || by.isEmpty() || on.isEmpty()) {
      faults.add(block.spot(), "Een besluit noemt `besluit`, `door` en `datum`, alle drie.");
      return Optional.empty();
    }
    if (!answer.get().value().equals(chosen.value())) {
      faults.add(
          answer.get().spot(),
          "Er is `"
              + answer.get().value()
              + "` besloten, maar de tekst gaat uit van `"
              + chosen.value()
              + "`; pas de regels en `gekozen` aan.");
    }
    return Optional.of(new LegalPoint.Ruling(answer.get().value(), by.get().value(), on.get()));
  }
}
