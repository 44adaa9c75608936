package nl.sluis.gateway.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import nl.sluis.gateway.message.Base64Url;

/// A partner's signing key: ES256 when it is on P-256, PS256 when it is RSA. It may stand in a
/// token that it never leaves (PKCS#11): then it signs there.
///
/// Immutable; may be shared between threads.
final class Signer {
  private static final PSSParameterSpec PS256 =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

  private final String kid;
  private final String algorithm;
  private final PrivateKey key;

  Signer(JWK jwk) {
    if (jwk.getKeyID() == null) {
      throw new IllegalArgumentException("a signing key needs a `kid`");
    }
    this.kid = jwk.getKeyID();
    try {
      switch (jwk) {
        case ECKey ec when ec.isPrivate() && Curve.P_256.equals(ec.getCurve()) -> {
          this.algorithm = "ES256";
          this.key = ec.toPrivateKey();
        }
        case RSAKey rsa when rsa.isPrivate() -> {
          this.algorithm = "PS256";
          this.key = rsa.toPrivateKey();
        }
        default ->
            throw new IllegalArgumentException("a signing key is a private P-256 or RSA key");
      }
    } catch (JOSEException e) {
      throw new IllegalArgumentException("signing key `" + kid + "` is unusable", e);
    }
  }

  String kid() {
    return kid;
  }

  String algorithm() {
    return algorithm;
  }

  /// The compact JWS of these two documents.
  String sign(ObjectNode header, ObjectNode payload) {
    var input = encode(header) + "." + encode(payload);
    try {
      Signature signature;
      if (algorithm.equals("ES256")) {
        signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      } else {
        signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(PS256);
      }
      signature.initSign(key);
      signature.update(input.getBytes(StandardCharsets.US_ASCII));
      return input + "." + Base64Url.encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("signing key `" + kid + "` cannot sign", e);
    }
  }

  private static String encode(ObjectNode document) {
    return Base64Url.encode(document.toString().getBytes(StandardCharsets.UTF_8));
  }
}
