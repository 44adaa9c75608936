package nl.sluis.dev.voorbeeld;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.consent.facts.SupervisionOrder;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.Age;

/// What must have happened before a message on which our own registers speak, so that they say in
/// life what the worked example states as a fact.
///
/// Used by one thread.
final class CaseHistory {
  private final Question question;
  private final CaseFamily family;

  CaseHistory(Question question, CaseFamily family) {
    this.question = question;
    this.family = family;
  }

  List<Object> steps() {
    var steps = new ArrayList<Object>();
    if (question.conditions().contains(SupervisionOrder.CONDITION)) {
      steps.add(order());
    }
    return steps;
  }

  /// The decision of the court that put the child under supervision.
  private Map<String, Object> order() {
    var today = LocalDate.ofInstant(family.start(), Age.CALENDAR);
    var json = new LinkedHashMap<String, Object>();
    json.put(
        "namens",
        Map.of(
            "oin", question.sender().oin().value(), "rol", question.sender().role().code()));
    json.put(
        "betrokkene",
        Map.of("soort", family.reference(), "waarde", "{" + CaseFamily.CHILD + "@afzender}"));
    json.put("situatie", "ots");
    json.put("bron", "rechterlijke-uitspraak");
    json.put("kenmerkHash", "0f".repeat(32));
    json.put("geldigVanaf", today.minusMonths(1).toString());
    json.put("geldigTot", today.plusMonths(11).toString());
    json.put("verkregenOp", today.toString());
    json.put("houders", List.of(Map.of("persoon", "moeder", "hoedanigheid", "ouder-gezag")));
    json.put("handelend", Map.of("id", "med-12"));
    return Map.of(
        "roep aan", Map.of("wat", "POST /v1/gezagsgegevens", "door", "afzender", "json", json));
  }
}
