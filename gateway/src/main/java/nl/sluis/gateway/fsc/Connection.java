package nl.sluis.gateway.fsc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import nl.sluis.policies.terms.Oin;

/// That one peer may call a service of another, as a grant of FSC Core says it: a
/// `ServiceConnectionGrant`, or a `DelegatedServiceConnectionGrant` when it calls on behalf of a
/// third. Immutable; may be shared between threads.
///
/// @param outway who calls
/// @param key the SHA-256 of the public key of its certificate, in hexadecimal: a certificate that
///   is renewed with the same key stays the same grant
/// @param delegator on whose behalf it calls; empty when for itself
/// @param service who offers the service
/// @param name the name of the service
/// @param offeredFor on whose behalf it is offered; empty when for itself
record Connection(
    Oin outway,
    String key,
    Optional<Oin> delegator,
    Oin service,
    String name,
    Optional<Oin> offeredFor) {
  private static final int PLAIN = 3;
  private static final int DELEGATED = 4;

  /// What the hash of such a grant begins with (`HashType` of FSC Core).
  int hashType() {
    return delegator.isPresent() ? DELEGATED : PLAIN;
  }

  /// The grant as JSON.
  ///
  /// @param properties what was agreed besides
  ObjectNode data(ObjectNode properties) {
    var json = JsonNodeFactory.instance;
    var data = json.objectNode();
    data.put(
        "type",
        delegator.isPresent()
            ? "GRANT_TYPE_DELEGATED_SERVICE_CONNECTION"
            : "GRANT_TYPE_SERVICE_CONNECTION");
    data.putObject("outway").put("peer_id", outway.value()).put("public_key_thumbprint", key);
    var offered = data.putObject("service");
    offered.put(
        "type", offeredFor.isPresent() ? "SERVICE_TYPE_DELEGATED_SERVICE" : "SERVICE_TYPE_SERVICE");
    offered.put("peer_id", service.value()).put("name", name);
    offeredFor.ifPresent(party -> offered.putObject("delegator").put("peer_id", party.value()));
    delegator.ifPresent(party -> data.putObject("delegator").put("peer_id", party.value()));
    data.set("properties", properties);
    return data;
  }
}
