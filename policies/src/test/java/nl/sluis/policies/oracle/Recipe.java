package nl.sluis.policies.oracle;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.policies.export.Asked;
import nl.sluis.policies.export.Stated;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Obligation;

/// How an answer is put together from the plain yes and no of an engine, as docs/uitvoer.md tells
/// it: first as if the family agreed to all, and only when that passes with what it really said.
final class Recipe {
  private Recipe() {}

  /// What the engine makes of one question.
  ///
  /// @param outcome `ja`, `deels`, `aanhouden` or `weigeren`
  /// @param rule the rule by which; empty when the convenant is silent
  /// @param ids the sentences on which a no rests
  /// @param withheld what stays behind; with the sentences that say so, none when nothing named it
  /// @param released what may pass
  /// @param obligations what must happen because of a yes
  record Verdict(
      String outcome,
      String rule,
      Set<String> ids,
      Set<DataCategory> released,
      Map<DataCategory, Set<String>> withheld,
      Set<Obligation> obligations) {}

  /// What a question states, and what it would state if everybody had agreed.
  record Facts(Stated stated, Stated asIfAgreed) {}

  static Facts facts(Stated stated) {
    return new Facts(stated, stated.asIfAgreed());
  }

  static Verdict decide(Engine engine, Stated stated) {
    return decide(engine, facts(stated));
  }

  static Verdict decide(Engine engine, Facts facts) {
    var stated = facts.stated();
    if (!stated.isAcute()) {
      var agreed = stopped(engine.on(facts.asIfAgreed()), stated);
      if (agreed.isPresent()) {
        return agreed.get();
      }
    }
    var session = engine.on(stated);
    return stopped(session, stated).orElseGet(() -> passed(session, stated));
  }

  private static Optional<Verdict> stopped(Engine.Session session, Stated stated) {
    var may = session.ask(Asked.MAG);
    if (!may.permits()) {
      return Optional.of(no("weigeren", may.ids()));
    }
    var complete = session.ask(Asked.COMPLEET);
    if (!complete.permits()) {
      return Optional.of(no("aanhouden", complete.ids()));
    }
    return stated.offered().isEmpty() && !stated.isAcute()
        ? Optional.of(no("weigeren", may.ids()))
        : Optional.empty();
  }

  private static Verdict passed(Engine.Session session, Stated stated) {
    var released = EnumSet.noneOf(DataCategory.class);
    var withheld = new EnumMap<DataCategory, Set<String>>(DataCategory.class);
    for (var code : stated.offered()) {
      var category = DataCategory.valueOf(code);
      var answer = session.ask(Asked.category(code));
      if (answer.permits()) {
        released.add(category);
      } else {
        withheld.put(category, answer.ids());
      }
    }
    var obligations = EnumSet.noneOf(Obligation.class);
    for (var obligation : Obligation.values()) {
      if (session.ask(Asked.obligation(obligation.code())).permits()) {
        obligations.add(obligation);
      }
    }
    return new Verdict(
        withheld.isEmpty() ? "ja" : "deels",
        rule(session.ask(Asked.MAG).ids()),
        Set.of(),
        released,
        withheld,
        obligations);
  }

  private static Verdict no(String outcome, Set<String> ids) {
    return new Verdict(outcome, rule(ids), ids, Set.of(), Map.of(), Set.of());
  }

  private static String rule(Set<String> ids) {
    var rules =
        ids.stream().map(id -> id.substring(0, id.indexOf('/'))).collect(Collectors.toSet());
    if (rules.size() > 1) {
      throw new AssertionError("more than one rule speaks: " + rules);
    }
    return rules.stream().findFirst().orElse("");
  }
}
