package nl.sluis.gateway.werkplek.meldcode;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.client.Sent;

/// A report of acute danger as it stands in the sealed draft of who wrote it. Immutable.
///
/// Its words are there only until Sluis has them in its logbook; after that it is a number and a
/// time.
///
/// @param id under which its page is found; tells nothing
/// @param at when it was written
/// @param record the six fields of the acute record; empty once it is logged
/// @param reference of the child at this organisation; empty when it is not known
/// @param sent the signed message; empty as long as it could not be signed, and once it is logged
/// @param standing how far it came, as last known
record AcuteReport(
    UUID id,
    Instant at,
    ObjectNode record,
    String reference,
    Optional<Sent> sent,
    Standing standing) {
  private static final String STANDING = "stand";

  /// As it stood in the draft; empty when it is none.
  static Optional<AcuteReport> of(ObjectNode kept) {
    try {
      var record =
          kept.path("formulier") instanceof ObjectNode form
              ? form
              : JsonNodeFactory.instance.objectNode();
      var jti = kept.path("jti").asText();
      return Optional.of(
          new AcuteReport(
              UUID.fromString(kept.path("id").asText()),
              Instant.parse(kept.path("op").asText()),
              record,
              kept.path("kenmerk").asText(),
              jti.isEmpty()
                  ? Optional.empty()
                  : Optional.of(new Sent(jti, kept.path("bericht").asText())),
              standing(kept.path(STANDING).asText(), kept)));
    } catch (IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Standing standing(String word, ObjectNode kept) {
    return switch (word) {
      case "bevestigd" -> new Standing.Confirmed();
      case "geweigerd" -> new Standing.Refused();
      case "onderweg", "onbevestigd", "bel-nu" ->
          new Standing.Unconfirmed(
              kept.path("transactie").asText(),
              kept.path("bezorgd").asBoolean(),
              kept.path("gelogd").asBoolean(),
              word.equals("bel-nu"));
      default -> new Standing.NotArrived();
    };
  }

  /// As it stands in the draft.
  ObjectNode toJson() {
    var kept = JsonNodeFactory.instance.objectNode().put("id", id.toString());
    kept.put("op", at.toString()).put(STANDING, standing.word());
    if (standing instanceof Standing.Unconfirmed known) {
      kept.put("transactie", known.transaction());
      kept.put("bezorgd", known.delivered()).put("gelogd", known.logged());
    }
    if (isStillHere()) {
      kept.put("kenmerk", reference).set("formulier", record);
      sent.ifPresent(one -> kept.put("jti", one.jti()).put("bericht", one.text()));
    }
    return kept;
  }

  /// Is this the only place where it is sure to be?
  boolean isStillHere() {
    return switch (standing) {
      case Standing.NotArrived _, Standing.Refused _ -> true;
      case Standing.Unconfirmed known -> !known.logged();
      case Standing.Confirmed _ -> false;
    };
  }

  /// The same, signed.
  AcuteReport signed(Sent message) {
    return new AcuteReport(id, at, record, reference, Optional.of(message), standing);
  }

  /// The same, further on.
  AcuteReport standing(Standing now) {
    return new AcuteReport(id, at, record, reference, sent, now);
  }

  /// Tells how far it came, and never about whom.
  @Override
  public String toString() {
    return "AcuteReport[" + standing.word() + "]";
  }
}
