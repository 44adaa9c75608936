package nl.sluis.dev.partner;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.sluis.gateway.convenant.SignatureDesk;
import nl.sluis.policies.convenant.Convenant;

/// Signs a version of a convenant with the key of a simulated partner.
public final class ConvenantSigning {
  private ConvenantSigning() {}

  /// Brings a signature.
  ///
  /// @param bringer whose certificate brings it
  /// @param signer whose key signs
  /// @param over members that a story puts over the statement
  public static Answer sign(
      SimulatedPartner bringer, SimulatedPartner signer, Convenant convenant, ObjectNode over) {
    var statement =
        JsonNodeFactory.instance
            .objectNode()
            .put("iss", signer.oin().value())
            .put("convenant", convenant.id())
            .put("versie", convenant.version())
            .put("digest", convenant.digest())
            .put("jti", signer.fresh());
    statement.setAll(over);
    var path =
        "/v1/convenanten/%s/versies/%s/handtekeningen"
            .formatted(convenant.id(), convenant.version());
    return bringer.post(
        path, "application/jwt", signer.signed(SignatureDesk.TYP, statement.toString()));
  }

  /// Brings the signature of this partner.
  public static Answer sign(SimulatedPartner signer, Convenant convenant) {
    return sign(signer, signer, convenant, JsonNodeFactory.instance.objectNode());
  }
}
