package nl.sluis.dev.voorbeeld;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.sluis.dev.partner.DevRecords;
import nl.sluis.gateway.logbook.EntryKind;

/// Observations of what Sluis itself keeps of a message: rows in the logbook, and its content.
final class RecordExpectations {
  private static final Set<String> KINDS =
      Arrays.stream(EntryKind.values())
          .map(EntryKind::code)
          .collect(Collectors.toCollection(TreeSet::new));

  private RecordExpectations() {}

  /// Per step how many rows of each kind there are; a kind that is not named may be there or not.
  static Expectation rows(Tree tree, Names names) {
    var expected = new LinkedHashMap<String, Map<String, String>>();
    for (var step : Fields.of(tree).all().entrySet()) {
      var counts = new LinkedHashMap<String, String>();
      for (var kind : Fields.of(step.getValue()).all().entrySet()) {
        if (!KINDS.contains(kind.getKey())) {
          throw new VoorbeeldFault(
              kind.getValue().place(), Suggestion.unknown(kind.getKey(), KINDS));
        }
        counts.put(kind.getKey(), Fields.textOf(kind.getValue()));
      }
      expected.put(sent(step.getKey(), step.getValue(), names), counts);
    }
    return (_, scene) -> {
      for (var step : expected.entrySet()) {
        var shown = new DevRecords(scene.gateway()).rows(transaction(scene, step.getKey()));
        for (var kind : step.getValue().entrySet()) {
          var count = String.valueOf(shown.getOrDefault(kind.getKey(), 0));
          if (!count.equals(kind.getValue())) {
            return Expectation.differs(
                "rijen `%s` van `%s`".formatted(kind.getKey(), step.getKey()),
                kind.getValue(),
                count);
          }
        }
      }
      return Optional.empty();
    };
  }

  /// Per step whether its content can still be read.
  static Expectation content(Tree tree, Names names) {
    var expected = new LinkedHashMap<String, Boolean>();
    Fields.of(tree)
        .all()
        .forEach((step, kept) -> expected.put(sent(step, kept, names), Fields.yesNo(kept)));
    return (_, scene) -> {
      for (var step : expected.entrySet()) {
        var kept = new DevRecords(scene.gateway()).keepsContent(transaction(scene, step.getKey()));
        if (kept != step.getValue()) {
          return Expectation.differs(
              "inhoud bewaard van `" + step.getKey() + "`", word(step.getValue()), word(kept));
        }
      }
      return Optional.empty();
    };
  }

  private static String sent(String step, Tree value, Names names) {
    return names.step(new Tree.Text(step, true, value.place()), "stuur");
  }

  private static String transaction(Scene scene, String step) {
    return scene.seen(step).text("transactie");
  }

  private static String word(boolean yes) {
    return yes ? "ja" : "nee";
  }
}
