package nl.sluis.dev.partner;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.sluis.dev.authority.DevCertificate;
import nl.sluis.gateway.convenant.SignatureDesk;
import nl.sluis.policies.convenant.Convenant;

/// Signs a version of a convenant with the key of the certificate of a simulated partner.
public final class ConvenantSigning {
  private ConvenantSigning() {}

  /// Brings a signature.
  ///
  /// @param bringer whose certificate brings it
  /// @param signer whose certificate signs
  /// @param over members that a story puts over the statement
  public static Answer sign(
      SimulatedPartner bringer, SimulatedPartner signer, Convenant convenant, ObjectNode over) {
    var statement = statement(signer, convenant);
    statement.setAll(over);
    return bring(bringer, convenant, signer.certified(SignatureDesk.TYP, statement.toString()));
  }

  /// Every one of these signs with its own key, and leaves.
  ///
  /// @return how many signatures there are now
  static int all(List<SimulatedPartner> signers, Convenant convenant) {
    int signed = 0;
    for (var signer : signers) {
      try (signer) {
        signed += sign(signer, convenant).status() / 100 == 2 ? 1 : 0;
      }
    }
    return signed;
  }

  /// What this partner states when it signs.
  public static ObjectNode statement(SimulatedPartner signer, Convenant convenant) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("iss", signer.oin().value())
        .put("convenant", convenant.id())
        .put("versie", convenant.version())
        .put("digest", convenant.digest())
        .put("jti", signer.fresh());
  }

  /// This statement, signed with the key of this certificate.
  public static String certified(DevCertificate certificate, String statement) {
    return PartnerKeys.certified(certificate, SignatureDesk.TYP, statement);
  }

  /// Brings a signature as it is.
  public static Answer bring(SimulatedPartner bringer, Convenant convenant, String jws) {
    var path =
        "/v1/convenanten/%s/versies/%s/handtekeningen"
            .formatted(convenant.id(), convenant.version());
    return bringer.post(path, "application/jwt", jws);
  }

  /// Brings the signature of this partner.
  public static Answer sign(SimulatedPartner signer, Convenant convenant) {
    return sign(signer, signer, convenant, JsonNodeFactory.instance.objectNode());
  }
}
