package nl.sluis.dev.partner;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import nl.sluis.gateway.controlebeleid.AdoptionDesk;
import nl.sluis.policies.toezicht.ControlPolicy;

/// Adopts a version of a control policy with the key of the certificate of a simulated partner.
public final class PolicySigning {
  private PolicySigning() {}

  /// Brings a signature.
  ///
  /// @param bringer whose certificate brings it
  /// @param signer whose certificate signs
  /// @param from the first day on which it counts
  /// @param over members that a story puts over the statement
  public static Answer sign(
      SimulatedPartner bringer,
      SimulatedPartner signer,
      ControlPolicy policy,
      LocalDate from,
      ObjectNode over) {
    var statement =
        JsonNodeFactory.instance
            .objectNode()
            .put("iss", signer.oin().value())
            .put("controlebeleid", policy.id())
            .put("versie", policy.version())
            .put("digest", policy.digest())
            .put("vanaf", from.toString())
            .put("jti", signer.fresh());
    statement.setAll(over);
    var path =
        "/v1/controlebeleid/%s/versies/%s/handtekeningen".formatted(policy.id(), policy.version());
    return bringer.post(
        path, "application/jwt", signer.certified(AdoptionDesk.TYP, statement.toString()));
  }

  /// Brings the signature of this partner.
  public static Answer sign(SimulatedPartner signer, ControlPolicy policy, LocalDate from) {
    return sign(signer, signer, policy, from, JsonNodeFactory.instance.objectNode());
  }
}
