package nl.sluis.gateway.peer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.message.SenderKeys;
import nl.sluis.policies.terms.Oin;

/// An organisation with one registered key, that signs statements.
///
/// @param oin who it is
/// @param key its key, private part included
public record Signer(Oin oin, ECKey key) {
  /// One with a fresh key.
  public static Signer of(String oin) {
    try {
      var key =
          new ECKeyGenerator(Curve.P_256)
              .keyID("sleutel-1")
              .algorithm(JWSAlgorithm.ES256)
              .generate();
      return new Signer(new Oin(oin), key);
    } catch (JOSEException e) {
      throw new IllegalStateException("a key could not be made", e);
    }
  }

  /// The register in which exactly these are known.
  static SenderKeys register(Signer... known) {
    return (oin, kid) -> {
      for (var signer : known) {
        if (signer.oin.equals(oin) && signer.key.getKeyID().equals(kid)) {
          return Optional.of(signer.key.toPublicJWK());
        }
      }
      return Optional.empty();
    };
  }

  /// A statement of this type, signed.
  public String sign(String typ, Map<String, Object> claims) {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .keyID(key.getKeyID())
            .type(new JOSEObjectType(typ))
            .build();
    var jws = new JWSObject(header, new Payload(claims));
    try {
      jws.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("a statement could not be signed", e);
    }
    return jws.serialize();
  }
}
