package nl.sluis.policies.convenant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.sluis.policies.terms.Purpose;

/// Reads `doelen.yaml`: what each purpose is, in the sentence that a family reads.
final class PurposeReader {
  private final Faults faults;
  private final List<Rule> rules;

  /// @param rules every rule, those of the model that do not hold here among them
  PurposeReader(Faults faults, List<Rule> rules) {
    this.faults = faults;
    this.rules = rules;
  }

  Map<Purpose, String> read(List<Entry> files) {
    var purposes = new LinkedHashMap<Purpose, String>();
    files.forEach(file -> read(file, purposes));
    for (var rule : rules) {
      if (!purposes.containsKey(rule.purpose())) {
        faults.add(
            Spot.of(rule.source()),
            "Regel "
                + rule.id()
                + ": het doel `"
                + rule.purpose()
                + "` staat niet in doelen.yaml.");
      }
    }
    return purposes;
  }

  private void read(Entry file, Map<Purpose, String> purposes) {
    var used = rules.stream().map(Rule::purpose).collect(Collectors.toSet());
    for (var block : file.entries("doelen")) {
      var code = block.word("code");
      var sentence = block.word("zin").value();
      block.find("juridisch");
      block.close();
      if (!Purpose.isPurpose(code.value())) {
        faults.add(code.spot(), "Een doel schrijft u in kleine letters met streepjes.");
        continue;
      }
      var purpose = new Purpose(code.value());
      if (purposes.put(purpose, sentence) != null) {
        faults.add(code.spot(), "Het doel `" + purpose + "` staat er al.");
      }
      if (!used.contains(purpose)) {
        faults.add(code.spot(), "Geen enkele regel gaat over het doel `" + purpose + "`.");
      }
    }
    file.close();
  }
}
