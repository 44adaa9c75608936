package nl.sluis.dev.voorbeeld;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.sluis.consent.facts.SupervisionOrder;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.PartyRole;

/// What must have happened before a message on which our own registers speak, so that they say in
/// life what the worked example states as a fact.
///
/// Used by one thread.
final class CaseHistory {
  static final String ACCEPTS = "coach-neemt-aan";

  private static final String REPORT = "melding";

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
    if (question.conditions().contains("verzoek-vt")) {
      steps.add(knownToReceiver());
      steps.add(question());
    }
    if (question.conditions().contains("melder-bevestigd")) {
      steps.add(knownToReceiver());
      steps.add(
          report(
              family.receiver(),
              family.sender(),
              ReferenceKind.EIGEN_KENMERK.code(),
              question.receiver()));
    }
    if (question.conditions().contains("eerder-gemeld")) {
      steps.add(report(family.sender(), family.receiver(), family.reference(), question.sender()));
    }
    if (question.conditions().contains(ACCEPTS)) {
      steps.add(family.link(family.recorder(), "ontvanger"));
      steps.add(accepted());
    }
    return steps;
  }

  /// The receiver knows the family too, under a reference of its own.
  private Map<String, Object> knownToReceiver() {
    return Map.of(
        "leg gezinsfeiten vast", family.told(family.receiver(), ReferenceKind.EIGEN_KENMERK));
  }

  /// A coach who takes the family over says so himself.
  private Map<String, Object> accepted() {
    var block = new LinkedHashMap<String, Object>();
    block.put("door", family.receiver());
    block.put("over", CaseFamily.CHILD);
    block.put("verwijzing", "koppelcode");
    block.put("voorwaarde", ACCEPTS);
    block.put("doel", question.purpose().code());
    block.put("aan", family.receiver());
    return Map.of("leg voorwaarde vast", block);
  }

  /// The question that is answered: as much as the answer gives.
  private Map<String, Object> question() {
    var asked =
        question.categories().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    var block = new LinkedHashMap<String, Object>();
    block.put("van", family.receiver());
    block.put("aan", family.sender());
    block.put("doel", "vt-informatieverzoek");
    block.put("over", CaseFamily.CHILD);
    block.put("categorieen", List.of("K01", "K16"));
    block.put("noodzaak", List.of("K16"));
    block.put(
        "voorwaarden",
        Map.of(
            "onderzoek-vt", "standaard",
            "antwoordrecht-genoemd", "standaard",
            "vragenlijst", Map.of("categorieen", asked)));
    return Map.of("stap", "vraag", "stuur", block);
  }

  /// The report of which Veilig Thuis says what becomes of it, or to which something is added.
  private static Map<String, Object> report(
      String from, String to, String reference, PartyRole reporter) {
    var block = new LinkedHashMap<String, Object>();
    block.put("van", from);
    block.put("aan", to);
    block.put("doel", "vt-melding");
    block.put("over", CaseFamily.CHILD);
    block.put("verwijzing", reference);
    block.put("categorieen", List.of("K01", "K16"));
    block.put("meldcode", CaseContent.report(reporter.role()));
    return Map.of("stap", REPORT, "stuur", block);
  }

  /// How a message names what went before it.
  Object claim(String code) {
    return code.equals("melder-bevestigd") || code.equals("eerder-gemeld")
        ? Map.of("nummer", "{" + REPORT + ".transactie}")
        : "standaard";
  }

  /// The decision of the court that put the child under supervision.
  private Map<String, Object> order() {
    var today = LocalDate.ofInstant(family.start(), Age.CALENDAR);
    var json = new LinkedHashMap<String, Object>();
    json.put(
        "namens",
        Map.of("oin", question.sender().oin().value(), "rol", question.sender().role().code()));
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
