package nl.sluis.policies.convenant;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Holds the codes that rules name against those that were described.
///
/// @param known what was described, by code
/// @param points every point of law that was described
record Retentions(Map<String, Retention> known, Map<String, LegalPoint> points, Layers layers) {

  /// Says every code that nobody described, and every one that nobody uses.
  void check(List<Rule> rules, Faults faults) {
    var lines = new RuleLines(layers.files());
    for (var rule : rules) {
      if (!rule.retention().isEmpty() && !known.containsKey(rule.retention())) {
        faults.add(
            lines.of(rule, rule.retention()),
            "Regel "
                + rule.id()
                + ": De bewaartermijn `"
                + rule.retention()
                + "` staat niet in bewaartermijnen.yaml"
                + Nearest.question(
                    rule.retention(), new TreeSet<>(known.keySet()), "; beschrijf hem daar."));
      }
    }
    var used = rules.stream().map(Rule::retention).collect(Collectors.toSet());
    known.values().forEach(retention -> check(retention, used.contains(retention.code()), faults));
  }

  private void check(Retention retention, boolean used, Faults faults) {
    var spot = Spot.of(retention.source());
    if (!used && !retention.code().isEmpty()) {
      faults.add(
          spot,
          "Geen enkele regel noemt bij `bewaar` de code `" + retention.code() + "`; haal hem weg.");
    }
    for (var point : retention.legalPoints()) {
      if (!points.containsKey(point)) {
        faults.add(
            spot, "Het punt `" + point + "` staat niet in juridisch.yaml; beschrijf het daar.");
      }
    }
  }
}
