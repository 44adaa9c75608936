package nl.sluis.gateway.werkplek.opstellen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.client.Draft;
import nl.sluis.gateway.client.Sent;
import nl.sluis.gateway.partner.OutgoingMessage;
import nl.sluis.gateway.partner.OwnCheck.Spoken;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.policies.hypothesis.OpenRoad;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Makes of what was stated the message that a connected system would send: the same parts in the
/// same order, sealed where the rule asks for it, and signed with the organisation's own key.
public final class Sending {
  private Sending() {}

  /// The message before it is signed. Who acts, and for which organisation and role, comes from the
  /// session and never from a form.
  static OutgoingMessage message(Worker who, OpenRoad road, Oin to, Stated stated) {
    return new OutgoingMessage(
        road.rule().purpose(),
        who.at().party(),
        new PartyRole(to, road.to()),
        Optional.of(road.convenant().id()),
        disclosed(who, stated),
        stated.categories());
  }

  /// What is disclosed besides the categories, in the order of every message.
  static Map<String, JsonNode> disclosed(Worker who, Stated stated) {
    var stands = stated.disclosed();
    var disclosed = new LinkedHashMap<String, JsonNode>();
    Optional.ofNullable(stands.remove("betrokkene"))
        .ifPresent(child -> disclosed.put("betrokkene", child));
    disclosed.put(
        "handelend",
        JsonNodeFactory.instance
            .objectNode()
            .put("id", who.pseudonym())
            .put("functie", who.function()));
    disclosed.putAll(stands);
    return disclosed;
  }

  /// Seals and signs.
  ///
  /// @throws Stopped when the receiver has no key that it signed itself, or a sealed part is too
  ///   large
  static Sent sign(Worker who, OutgoingMessage message, Spoken spoken)
      throws Stopped, IOException, InterruptedException {
    return sign(who, message, spoken, draft(who, message));
  }

  /// Seals and signs under an id that is known beforehand, so that one form is one message: sent
  /// twice, Sluis takes it once.
  ///
  /// @param jti of the message, fresh for each form
  /// @throws Stopped when the receiver has no key that it signed itself, or a sealed part is too
  ///   large
  public static Sent sign(Worker who, OutgoingMessage message, Spoken spoken, String jti)
      throws Stopped, IOException, InterruptedException {
    return sign(who, message, spoken, draft(who, message).jti(jti));
  }

  private static Draft draft(Worker who, OutgoingMessage message) throws Stopped {
    return message.draft(who.at().line().messages());
  }

  private static Sent sign(Worker who, OutgoingMessage message, Spoken spoken, Draft draft)
      throws Stopped, IOException, InterruptedException {
    var line = who.at().line();
    return message.signed(draft, spoken, line.book(), line.clock().instant());
  }
}
