package nl.sluis.policies.oracle;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Days;
import nl.sluis.policies.convenant.LegalPoint;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.convenant.RuleBook;
import nl.sluis.policies.decision.Records;
import nl.sluis.policies.terms.Oin;

/// Rules and convenants that differ from others in some parts only.
final class Rules {
  private Rules() {}

  /// This rule with other parts, by the names that the record gives them.
  static Rule with(Rule rule, Map<String, Object> parts) {
    var changed = rule;
    for (var part : parts.entrySet()) {
      changed = Records.with(changed, part.getKey(), part.getValue());
    }
    return changed;
  }

  /// This convenant with other rules.
  static Convenant with(Convenant base, List<Rule> rules) {
    return Records.with(base, "book", new RuleBook(rules));
  }

  /// This convenant as it is once every point that needs a lawyer is decided.
  static Convenant decided(Convenant base) {
    var points = new HashMap<String, LegalPoint>();
    base.legalPoints()
        .forEach(
            (id, point) -> {
              var ruling = new LegalPoint.Ruling(point.chosen(), "een jurist", base.validFrom());
              points.put(id, Records.with(point, "ruling", Optional.of(ruling)));
            });
    return Records.with(base, "legalPoints", points);
  }

  /// An adopted version of this convenant between these parties.
  static Convenant adopted(
      Convenant base, Map<Oin, Party> parties, String version, LocalDate from, LocalDate until) {
    var it = Records.with(base, "parties", parties);
    it = Records.with(it, "version", version);
    it = Records.with(it, "status", Convenant.Status.VASTGESTELD);
    it = Records.with(it, "validFrom", from);
    it = Records.with(it, "validUntil", until);
    return Records.with(it, "digest", base.digest() + version);
  }

  /// This party, suspended in these days.
  static Party suspended(Party party, Days days) {
    return Records.with(party, "suspensions", List.of(days));
  }
}
