package nl.sluis.gateway.werkplek.opstellen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.client.Draft;
import nl.sluis.gateway.client.Sent;
import nl.sluis.gateway.partner.Ending;
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
  /// As long as a message may be valid: so long it can be sent again (RFC 9901, `exp`).
  static final Duration VALID = Duration.ofHours(1);

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
    return who.at()
        .line()
        .messages()
        .draft(message.purpose(), message.from(), message.to())
        .validFor(VALID);
  }

  private static Sent sign(Worker who, OutgoingMessage message, Spoken spoken, Draft draft)
      throws Stopped, IOException, InterruptedException {
    var line = who.at().line();
    var book = line.book();
    message.disclosed().forEach(draft::disclose);
    for (var offered : message.categories().entrySet()) {
      if (spoken.seals(offered.getKey())) {
        var key =
            book.sealing(message.to().oin(), line.clock().instant())
                .orElseThrow(() -> noKey(book.changed()));
        draft.sealed(offered.getKey(), offered.getValue(), key);
      } else {
        draft.category(offered.getKey(), offered.getValue());
      }
    }
    try {
      return draft.sign();
    } catch (IllegalArgumentException _) {
      throw new Stopped(
          Ending.NIET_DOORGELATEN, "Een verzegeld deel is groter dan 64 KiB; schrijf het korter.");
    }
  }

  private static Stopped noKey(List<String> changed) {
    return changed.isEmpty()
        ? new Stopped(
            Ending.NIET_DOORGELATEN,
            "De ontvanger heeft geen sleutel in het adresboek die hij zelf tekende; er is niets"
                + " gestuurd. Vraag hem er een aan te melden.")
        : new Stopped(Ending.NIET_TE_VERTROUWEN, changed.getFirst());
  }
}
