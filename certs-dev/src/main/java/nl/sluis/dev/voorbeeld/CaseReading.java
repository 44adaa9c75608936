package nl.sluis.dev.voorbeeld;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ReadFirst;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Regime;

/// What a family of a worked case read before it went: what the rule lets pass of the case, let go
/// on paper by everybody who must.
final class CaseReading {
  private static final int USUAL_AGE = 8;
  private static final int ALONE_FROM = 16;
  private static final int ALONG_FROM = 12;

  private CaseReading() {}

  static List<Object> steps(
      Convenant convenant, ReadFirst first, Question question, Rule rule, CaseFamily family) {
    var content = new LinkedHashMap<String, Object>();
    new CaseContent(convenant, question, rule)
        .categories()
        .forEach(
            (code, value) -> {
              if (isNamed(rule, DataCategory.of(code).orElseThrow())) {
                content.put(code, value);
              }
            });
    var lay = new LinkedHashMap<String, Object>();
    lay.put("van", family.sender());
    lay.put("aan", family.receiver());
    lay.put("doel", question.purpose().code());
    lay.put("over", CaseFamily.CHILD);
    lay.put("verwijzing", family.reference());
    lay.put("categorieen", content);
    var steps = new ArrayList<Object>();
    steps.add(Map.of("stap", "gelezen", "leg leesstuk klaar", lay));
    for (var person : readers(question, first)) {
      steps.add(
          Map.of(
              "leg lezen vast",
              Map.of("leesstuk", "gelezen", "persoon", person, "woord", "akkoord")));
    }
    return steps;
  }

  private static List<String> readers(Question question, ReadFirst first) {
    int years = question.facts().age().map(Age::years).orElse(USUAL_AGE);
    if (years >= ALONE_FROM) {
      return List.of("jongere");
    }
    return years >= ALONG_FROM && !first.regimes().equals(Set.of(Regime.SCHOOL_AVG))
        ? List.of("moeder", "jongere")
        : List.of("moeder");
  }

  private static boolean isNamed(Rule rule, DataCategory category) {
    var says = rule.categories().get(category);
    return says != null && says.presence() != Presence.VERBODEN;
  }
}
