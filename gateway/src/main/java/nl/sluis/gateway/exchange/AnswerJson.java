package nl.sluis.gateway.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import java.util.UUID;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.decision.Decision;
import nl.sluis.policies.decision.Hold;
import nl.sluis.policies.decision.Permit;
import nl.sluis.policies.decision.Refusal;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.LawRef;
import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Reason;

/// Tells a sender what was decided, and never more than a sender may know.
final class AnswerJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private AnswerJson() {}

  /// Which way a decision goes for the outside.
  static Answer.Kind kind(Decision decision) {
    return switch (decision) {
      case Permit _ -> Answer.Kind.DOORGELATEN;
      case Hold _ -> Answer.Kind.AANGEHOUDEN;
      case Refusal _ -> Answer.Kind.GEWEIGERD;
    };
  }

  /// The answer to a message that passes, as it waits in the postbus.
  static ObjectNode permitted(
      UUID transaction, Permit permit, Convenant convenant, ParcelRow parcel) {
    var body = head(transaction, permit, convenant);
    body.set("vrijgegeven", QuestionJson.words(permit.released()));
    var withheld = body.putArray("achtergehouden");
    new TreeMap<>(permit.withheld())
        .forEach(
            (category, reason) ->
                withheld
                    .addObject()
                    .put("categorie", category.name())
                    .put("reden", reason.toldOn(permit.lane()).code())
                    .put("uitleg", reason.toldOn(permit.lane()).uitleg()));
    var obligations = body.putArray("verplichtingen");
    permit.obligations().stream().map(Obligation::code).sorted().forEach(obligations::add);
    body.put("pakket", parcel.id().toString());
    body.put("uiterlijk", parcel.dueAt().toString());
    return body;
  }

  /// The answer to a message that is held or refused.
  static ObjectNode stopped(
      UUID transaction, Decision decision, Convenant convenant, NonEmpty<Reason.Told> reasons) {
    var body = head(transaction, decision, convenant);
    var lane = convenant.rule(decision.ruleId()).map(Rule::lane).orElse(Lane.WETTELIJK);
    var list = body.putArray("redenen");
    for (var told : reasons) {
      var reason = told.reason().toldOn(lane);
      list.addObject()
          .put("code", reason.code())
          .put("over", told.about())
          .put("uitleg", reason.uitleg())
          .put("watNu", reason.watNu());
    }
    return body;
  }

  private static ObjectNode head(UUID transaction, Decision decision, Convenant convenant) {
    var body = JSON.objectNode();
    body.put("transactie", transaction.toString());
    body.put("uitkomst", decision.outcome().name());
    body.put("regel", decision.ruleId());
    var articles = body.putArray("artikelen");
    convenant
        .rule(decision.ruleId())
        .ifPresent(rule -> rule.grounds().stream().map(LawRef::toString).forEach(articles::add));
    return body;
  }
}
