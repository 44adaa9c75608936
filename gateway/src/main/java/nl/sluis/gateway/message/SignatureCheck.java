package nl.sluis.gateway.message;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.concurrent.ConcurrentHashMap;

/// Verifies ES256 and PS256 (RFC 7518), the algorithm following from the key and never from the
/// token.
///
/// Keeps parsed keys, for parsing costs a fifth of verifying. May be shared between threads.
final class SignatureCheck {
  private static final int SMALLEST_RSA = 2048;
  private static final int LARGEST_RSA = 4096;
  private static final int MOST_KEYS = 10_000;
  private static final PSSParameterSpec PS256 =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

  private final ConcurrentHashMap<JWK, Parsed> parsed = new ConcurrentHashMap<>();

  private record Parsed(String algorithm, PublicKey key) {}

  /// @param algorithm the name in the token's header, which must be the one of the key
  void check(JWK jwk, String algorithm, byte[] input, byte[] signature) throws MessageFault {
    var key = parsed.get(jwk);
    if (key == null) {
      key = parse(jwk);
      if (parsed.size() >= MOST_KEYS) {
        parsed.clear();
      }
      parsed.put(jwk, key);
    }
    if (!algorithm.equals(key.algorithm())) {
      throw new MessageFault(FaultCode.ALGORITME_PAST_NIET_BIJ_SLEUTEL);
    }
    if (!verifies(key, input, signature)) {
      throw new MessageFault(FaultCode.HANDTEKENING_ONGELDIG);
    }
  }

  private static boolean verifies(Parsed key, byte[] input, byte[] bytes) {
    try {
      Signature signature;
      if (key.algorithm().equals("ES256")) {
        if (bytes.length != 64) {
          return false;
        }
        signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      } else {
        signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(PS256);
      }
      signature.initVerify(key.key());
      signature.update(input);
      return signature.verify(bytes);
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no provider verifies " + key.algorithm(), e);
    }
  }

  private static Parsed parse(JWK jwk) throws MessageFault {
    try {
      var result =
          switch (jwk) {
            case ECKey ec when Curve.P_256.equals(ec.getCurve()) ->
                new Parsed("ES256", ec.toECPublicKey());
            case RSAKey rsa when rsa.size() >= SMALLEST_RSA && rsa.size() <= LARGEST_RSA ->
                new Parsed("PS256", rsa.toRSAPublicKey());
            default -> throw new MessageFault(FaultCode.ALGORITME_NIET_TOEGESTAAN);
          };
      var stated = jwk.getAlgorithm();
      if (stated != null && !stated.getName().equals(result.algorithm())) {
        throw new MessageFault(FaultCode.ALGORITME_NIET_TOEGESTAAN);
      }
      return result;
    } catch (JOSEException e) {
      throw new MessageFault(FaultCode.SLEUTEL_ONBEKEND);
    }
  }
}
