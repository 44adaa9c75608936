package nl.sluis.gateway.werkplek.overleg;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.client.Answer;
import nl.sluis.gateway.client.Sent;
import nl.sluis.gateway.partner.OutgoingMessage;
import nl.sluis.gateway.partner.OwnCheck.Spoken;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.policies.terms.DataCategory;

/// Makes of what was written the message that a connected system would send, and sends it.
final class Outbox {
  private Outbox() {}

  /// Who acts: from the session, never from a form.
  static ObjectNode acting(Worker who) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", who.pseudonym())
        .put("functie", who.function());
  }

  static OutgoingMessage message(
      Worker who,
      Share.Some share,
      Map<String, JsonNode> disclosed,
      Map<DataCategory, ObjectNode> categories) {
    return new OutgoingMessage(
        share.rule().purpose(),
        who.at().party(),
        share.to(),
        Optional.of(share.convenant().id()),
        disclosed,
        categories);
  }

  /// Everything that is wrong with it, in sentences, before anything goes.
  static List<String> faults(Worker who, Share.Some share, OutgoingMessage message) {
    return who.at().line().check().faults(message, spoken(share));
  }

  private static Spoken spoken(Share.Some share) {
    return new Spoken(share.convenant(), share.rule());
  }

  /// Seals for the receiver what the rule wants sealed, and signs with the organisation's own key.
  ///
  /// @throws Stopped when the receiver has no key that it signed itself, or a part is too large
  static Sent sign(Worker who, Share.Some share, OutgoingMessage message)
      throws Stopped, IOException, InterruptedException {
    var line = who.at().line();
    return message.signed(
        message.draft(line.messages()), spoken(share), line.book(), line.clock().instant());
  }

  /// What Sluis said; empty when nobody knows whether it got the message, so that exactly the same
  /// goes again.
  static Optional<Answer> send(Worker who, Sent sent) throws Stopped, InterruptedException {
    try {
      var answer = who.at().line().send(sent);
      return switch (answer.status()) {
        case 200, 400, 403, 409, 413, 415 -> Optional.of(answer);
        case 401 -> throw Stopped.by(answer);
        default -> Optional.empty();
      };
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
