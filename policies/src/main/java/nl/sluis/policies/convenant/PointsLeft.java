package nl.sluis.policies.convenant;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/// Sees that no point of law is left hanging: rules wait for it, or it says why none does.
///
/// @param points every point that was described
record PointsLeft(Collection<LegalPoint> points) {

  /// @param rules every rule of the text, also those that a convenant leaves out
  void check(List<Rule> rules, Faults faults) {
    var waitedFor = new HashSet<String>();
    rules.forEach(rule -> waitedFor.addAll(rule.legalPoints()));
    for (var point : points) {
      var spot = Spot.of(point.source());
      var waited = waitedFor.contains(point.id());
      if (!waited && point.noLane().isEmpty()) {
        faults.add(
            spot,
            "Geen enkele regel wacht op "
                + point.id()
                + "; noem het bij `jurist` van een regel of bij `geldtBij`, of zeg bij"
                + " `raaktGeenStroom` waarom.");
      }
      if (waited && point.noLane().isPresent()) {
        faults.add(
            spot, "Er wachten regels op " + point.id() + "; haal `raaktGeenStroom` hier weg.");
      }
    }
  }
}
