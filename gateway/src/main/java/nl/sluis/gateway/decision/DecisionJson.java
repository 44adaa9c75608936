package nl.sluis.gateway.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.decision.Decision;
import nl.sluis.policies.decision.Hold;
import nl.sluis.policies.decision.Permit;
import nl.sluis.policies.decision.Refusal;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.LawRef;
import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.Reason;

/// A decision as it stands in the logbook: all that is needed to explain and repeat it, no content.
public final class DecisionJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private DecisionJson() {}

  /// Adds what was asked and what was answered.
  public static void write(
      ObjectNode row, Question question, Decision decision, Convenant convenant) {
    row.put("uitkomst", decision.outcome().name());
    row.put("regel", decision.ruleId());
    row.set("vraag", QuestionJson.write(question));
    row.set("convenant", version(convenant));
    var articles = row.putArray("grondslagen");
    convenant
        .rule(decision.ruleId())
        .ifPresent(rule -> rule.grounds().stream().map(LawRef::toString).forEach(articles::add));
    switch (decision) {
      case Permit permit -> permitted(row, permit);
      case Hold hold -> row.set("redenen", reasons(hold.reasons()));
      case Refusal refusal -> row.set("redenen", reasons(refusal.reasons()));
    }
  }

  private static void permitted(ObjectNode row, Permit permit) {
    row.put("baan", permit.lane().code());
    row.set("vrijgegeven", QuestionJson.words(permit.released()));
    row.set("verplichtingen", QuestionJson.words(permit.obligations()));
    var withheld = row.putObject("achtergehouden");
    permit.withheld().forEach((category, reason) -> withheld.put(category.name(), reason.name()));
  }

  /// Which version decided.
  public static ObjectNode version(Convenant convenant) {
    return JSON.objectNode()
        .put("id", convenant.id())
        .put("versie", convenant.version())
        .put("digest", convenant.digest());
  }

  private static JsonNode reasons(NonEmpty<Reason.Told> reasons) {
    var array = JSON.arrayNode();
    reasons.forEach(r -> array.addObject().put("code", r.reason().name()).put("over", r.about()));
    return array;
  }
}
