package nl.sluis.gateway.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.decision.Decision;
import nl.sluis.policies.decision.Explanation;
import nl.sluis.policies.decision.Hold;
import nl.sluis.policies.decision.Permit;
import nl.sluis.policies.decision.Refusal;

/// Tells a sender what was decided, and never more than a sender may know.
final class AnswerJson {
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
    var body = released(transaction, permit, convenant);
    body.put("pakket", parcel.id().toString());
    body.put("uiterlijk", parcel.dueAt().toString());
    return body;
  }

  /// What of a message passes, and what does not.
  static ObjectNode released(UUID transaction, Permit permit, Convenant convenant) {
    var told = Explanation.forSender(permit, convenant);
    var body = head(transaction, told, convenant);
    body.set("vrijgegeven", QuestionJson.words(permit.released()));
    var withheld = body.putArray("achtergehouden");
    for (var line : told.withheld()) {
      withheld
          .addObject()
          .put("categorie", line.about())
          .put("reden", line.code())
          .put("uitleg", line.uitleg())
          .put("watNu", line.watNu());
    }
    var obligations = body.putArray("verplichtingen");
    told.obligations().forEach(obligations::add);
    return body;
  }

  /// The answer to a message that is held or refused.
  static ObjectNode stopped(UUID transaction, Decision decision, Convenant convenant) {
    var told = Explanation.forSender(decision, convenant);
    var body = head(transaction, told, convenant);
    var reasons = body.putArray("redenen");
    for (var line : told.reasons()) {
      reasons
          .addObject()
          .put("code", line.code())
          .put("over", line.about())
          .put("uitleg", line.uitleg())
          .put("watNu", line.watNu());
    }
    return body;
  }

  // Which convenant decided is not told: it would tell in which municipality the child lives.
  private static ObjectNode head(UUID transaction, Explanation told, Convenant convenant) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("transactie", transaction.toString());
    body.put("uitkomst", told.outcome().name());
    body.put("regel", told.ruleId());
    if (convenant.status() == Convenant.Status.VOORBEELD) {
      body.put("voorbeeld", true);
    }
    var articles = body.putArray("artikelen");
    told.articles().forEach(articles::add);
    return body;
  }
}
