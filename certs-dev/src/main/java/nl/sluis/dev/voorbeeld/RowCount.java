package nl.sluis.dev.voorbeeld;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.sluis.gateway.logbook.EntryKind;

/// What the logbook must hold after a step: whether it adds up, and how many rows of which kind.
///
/// @param adds whether it must add up; empty when that is not asked
/// @param total how many rows of these kinds there are since the first step; others do not matter
/// @param added exactly the rows that this step adds; empty when that is not asked
record RowCount(
    Optional<Boolean> adds, Map<String, Integer> total, Optional<Map<String, Integer>> added)
    implements Expectation {
  private static final String WHAT = "logboek: ";

  RowCount {
    total = new LinkedHashMap<>(total);
    added = added.map(TreeMap::new);
  }

  static RowCount read(Tree tree) {
    var fields = Fields.of(tree);
    var count =
        new RowCount(
            fields.tree("klopt").map(Fields::yesNo),
            fields.tree("rijen").map(RowCount::kinds).orElse(Map.of()),
            fields.tree("erbij").map(RowCount::kindsOrNone));
    fields.done();
    return count;
  }

  private static Map<String, Integer> kindsOrNone(Tree tree) {
    return tree instanceof Tree.Text text && text.value().equals("geen") ? Map.of() : kinds(tree);
  }

  private static Map<String, Integer> kinds(Tree tree) {
    var kinds = new LinkedHashMap<String, Integer>();
    Fields.of(tree)
        .all()
        .forEach(
            (word, number) -> {
              if (EntryKind.of(word).isEmpty()) {
                throw new VoorbeeldFault(number.place(), Suggestion.unknown(word, known()));
              }
              kinds.put(word, Fields.numberOf(number));
            });
    return kinds;
  }

  private static List<String> known() {
    return java.util.Arrays.stream(EntryKind.values()).map(EntryKind::code).sorted().toList();
  }

  @Override
  public void before(Scene scene) {
    if (added.isPresent()) {
      scene.startCountingStep();
    }
  }

  @Override
  public Optional<String> unmet(Observed seen, Scene scene) {
    var differences = new ArrayList<String>();
    adds.flatMap(
            wanted -> {
              boolean shown = scene.gateway().checkLogbook().isEmpty();
              return Expectation.differs(WHAT + "klopt", word(wanted), word(shown));
            })
        .ifPresent(differences::add);
    if (!total.isEmpty()) {
      var rows = scene.rows(false);
      total.forEach(
          (kind, wanted) ->
              Expectation.differs(WHAT + "rijen " + kind, wanted, Collections.frequency(rows, kind))
                  .ifPresent(differences::add));
    }
    added
        .flatMap(
            wanted -> {
              var shown = new TreeMap<String, Integer>();
              scene.rows(true).forEach(kind -> shown.merge(kind, 1, Integer::sum));
              return Expectation.differs(WHAT + "erbij", told(wanted), told(shown));
            })
        .ifPresent(differences::add);
    return differences.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", differences));
  }

  private static String told(Map<String, Integer> rows) {
    return rows.isEmpty()
        ? "geen"
        : rows.entrySet().stream()
            .map(row -> row.getKey() + " " + row.getValue())
            .collect(Collectors.joining(", "));
  }

  private static String word(boolean adds) {
    return adds ? "ja" : "nee";
  }
}
