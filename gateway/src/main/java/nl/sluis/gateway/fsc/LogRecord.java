package nl.sluis.gateway.fsc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.trace.TransactionNumber;
import nl.sluis.policies.terms.Oin;

/// One record of the transaction log (FSC Logging 1.0.0). Sluis itself is always one of the two
/// ends. Immutable; may be shared between threads.
///
/// @param id random; by it a reader goes on where it was
/// @param number the transaction
/// @param direction whether it came in or was handed over
/// @param peer who was at the other end
/// @param sourceFor on whose behalf it was asked or sent, by mandate
/// @param destinationFor for whom it was handed over to the peer, by mandate
/// @param service the name of the service
/// @param grant the hash of the grant by which it crossed
/// @param exchange our own number of the exchange; never told
/// @param trace the trace that the caller named, if it named one
/// @param span the action of the caller on it
/// @param at when it became true
record LogRecord(
    UUID id,
    TransactionNumber number,
    Direction direction,
    Oin peer,
    Optional<Oin> sourceFor,
    Optional<Oin> destinationFor,
    String service,
    String grant,
    Optional<UUID> exchange,
    Optional<String> trace,
    Optional<String> span,
    Instant at) {
  /// Which way.
  enum Direction {
    IN,
    UIT;

    /// The word in the table.
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The record in the words of the standard.
  ///
  /// @param sluis Sluis' own number
  ObjectNode told(Oin sluis) {
    boolean incoming = direction == Direction.IN;
    var node = JsonNodeFactory.instance.objectNode();
    node.put("transaction_id", number.toString());
    trace.ifPresent(word -> node.put("trace_id", word));
    span.ifPresent(word -> node.put("span_id", word));
    node.put("direction", incoming ? "DIRECTION_INCOMING" : "DIRECTION_OUTGOING");
    node.put("grant_hash", grant);
    node.set("source", end("SOURCE", "outway_peer_id", incoming ? peer : sluis, sourceFor));
    node.set(
        "destination",
        end("DESTINATION", "service_peer_id", incoming ? sluis : peer, destinationFor));
    node.put("service_name", service);
    node.put("created_at", at.getEpochSecond());
    return node;
  }

  private static ObjectNode end(String which, String name, Oin who, Optional<Oin> delegator) {
    var node = JsonNodeFactory.instance.objectNode();
    node.put("type", which + "_TYPE_" + (delegator.isPresent() ? "DELEGATED_" : "") + which);
    node.put(name, who.value());
    delegator.ifPresent(party -> node.put("delegator_peer_id", party.value()));
    return node;
  }
}
