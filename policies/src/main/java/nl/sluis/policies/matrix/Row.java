package nl.sluis.policies.matrix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;

/// One rule, and which of the convenants have it so.
///
/// @param rule the rule
/// @param purpose the sentence of its purpose, as a family reads it
/// @param convenants the names of those that have it, in order
record Row(Rule rule, String purpose, List<String> convenants) {
  Row {
    convenants = List.copyOf(convenants);
  }

  /// The family of purposes: the name of the file in which the rule stands.
  String family() {
    var file = rule.source().replaceAll(":.*", "");
    return file.substring(file.lastIndexOf('/') + 1).replace(".yaml", "");
  }

  /// Every rule of these convenants, each once, per family.
  static SortedMap<String, List<Row>> perFamily(Collection<Convenant> convenants) {
    Map<List<Object>, List<String>> names = new LinkedHashMap<>();
    for (var convenant : convenants) {
      for (var rule : convenant.rules()) {
        var sentence = convenant.purposes().getOrDefault(rule.purpose(), "");
        names.computeIfAbsent(List.of(rule, sentence), _ -> new ArrayList<>()).add(convenant.id());
      }
    }
    var families = new TreeMap<String, List<Row>>();
    names.forEach(
        (key, who) -> {
          var row = new Row((Rule) key.get(0), (String) key.get(1), who);
          families.computeIfAbsent(row.family(), _ -> new ArrayList<>()).add(row);
        });
    families.values().forEach(rows -> rows.sort(Comparator.comparing(row -> row.rule().id())));
    return families;
  }
}
