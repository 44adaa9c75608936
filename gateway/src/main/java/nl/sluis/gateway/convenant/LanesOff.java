package nl.sluis.gateway.convenant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.sluis.gateway.decision.Law;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.LegalPoint;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Age;

/// What does not run here although it stands in a convenant, in sentences for an operator.
final class LanesOff {
  private LanesOff() {}

  static List<String> of(Law law, Instant now) {
    var lines = new ArrayList<String>();
    var day = now.atZone(Age.CALENDAR).toLocalDate();
    for (var lineage : law.shelf().lineages()) {
      for (var version : lineage.versions()) {
        var name = "convenant " + version.id() + " " + version.version();
        if (!law.counts(version)) {
          lines.add(
              name + " is an example: every lane is off here, but reports of acute danger go on");
          continue;
        }
        undecided(version)
            .forEach((lane, rules) -> lines.add(name + ", lane " + lane + " off for " + rules));
        var unsigned =
            version.parties().values().stream()
                .filter(party -> party.isBoundOn(day) && !lineage.isSigned(version, party, now))
                .map(Party::key)
                .sorted()
                .toList();
        if (!unsigned.isEmpty()) {
          lines.add(
              name
                  + ": not signed by "
                  + String.join(", ", unsigned)
                  + "; nothing rests on it there");
        }
      }
    }
    return lines;
  }

  /// Per lane the rules that wait for a lawyer, with the points they wait for.
  private static Map<String, String> undecided(Convenant version) {
    var off = new TreeMap<String, String>();
    if (version.status() == Convenant.Status.VOORBEELD) {
      return off;
    }
    for (var rule : version.rules()) {
      var points = version.undecided(rule);
      if (!points.isEmpty()) {
        off.merge(rule.lane().code(), told(rule, points), (a, b) -> a + ", " + b);
      }
    }
    return off;
  }

  private static String told(Rule rule, List<LegalPoint> points) {
    return rule.id()
        + points.stream().map(LegalPoint::id).collect(Collectors.joining(" ", " (", ")"));
  }
}
