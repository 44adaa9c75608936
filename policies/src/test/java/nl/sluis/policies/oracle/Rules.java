package nl.sluis.policies.oracle;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.convenant.CategoryRule;
import nl.sluis.policies.convenant.ConsentRequirement;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.LegalPoint;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.convenant.RuleBook;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Makes rules and convenants with only those things that bear on a decision.
final class Rules {
  private Rules() {}

  static Rule rule(
      String id,
      Purpose purpose,
      Set<Role> from,
      Set<Role> to,
      Set<String> fromKinds,
      Set<String> toKinds,
      boolean fixedContact,
      boolean aggregateOnly,
      Lane lane,
      Map<DataCategory, CategoryRule> categories,
      ConsentRequirement consent,
      List<String> conditions,
      Set<ReferenceKind> references,
      Optional<String> otherChannel,
      boolean publicTask,
      Set<Obligation> obligations,
      List<String> legalPoints) {
    return new Rule(
        id,
        purpose,
        from,
        to,
        fromKinds,
        toKinds,
        fixedContact,
        aggregateOnly,
        lane,
        categories,
        List.of(),
        Optional.empty(),
        consent,
        conditions,
        references,
        id.hashCode() % 2 == 0 ? Set.of("meldcode") : Set.of(),
        otherChannel,
        publicTask,
        false,
        false,
        obligations,
        3,
        false,
        "R-LL",
        "",
        legalPoints,
        "");
  }

  /// This convenant with other rules.
  static Convenant with(Convenant base, List<Rule> rules) {
    return version(
        base,
        base.parties(),
        rules,
        base.version(),
        base.status(),
        base.validFrom(),
        base.validUntil());
  }

  /// This convenant as it is once every point that needs a lawyer is decided.
  static Convenant decided(Convenant base) {
    var points = new HashMap<String, LegalPoint>();
    base.legalPoints()
        .forEach(
            (id, p) ->
                points.put(
                    id,
                    new LegalPoint(
                        id,
                        p.question(),
                        p.chosen(),
                        p.options(),
                        p.touches(),
                        Optional.of(
                            new LegalPoint.Ruling(p.chosen(), "een jurist", base.validFrom())))));
    return copy(
        base,
        base.parties(),
        base.rules(),
        points,
        base.version(),
        base.status(),
        base.validFrom(),
        base.validUntil());
  }

  /// Another version of this convenant.
  static Convenant version(
      Convenant base,
      Map<Oin, Party> parties,
      List<Rule> rules,
      String version,
      Convenant.Status status,
      LocalDate from,
      LocalDate until) {
    return copy(base, parties, rules, base.legalPoints(), version, status, from, until);
  }

  private static Convenant copy(
      Convenant base,
      Map<Oin, Party> parties,
      List<Rule> rules,
      Map<String, LegalPoint> points,
      String version,
      Convenant.Status status,
      LocalDate from,
      LocalDate until) {
    return new Convenant(
        base.id(),
        version,
        base.title(),
        base.basis(),
        status,
        from,
        until,
        base.region(),
        base.overlapDays(),
        base.schoolHolidays(),
        parties,
        base.purposes(),
        new RuleBook(rules),
        base.conditions(),
        points,
        base.secrecy(),
        base.schemas(),
        base.forms(),
        base.topics(),
        base.labels(),
        List.of(),
        base.arrangements(),
        base.digest() + version);
  }
}
