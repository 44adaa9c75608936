package nl.sluis.dev.partner;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.dev.authority.DevCertificate;
import nl.sluis.policies.terms.Oin;

/// The keys of a simulated partner and what it signs with them. Used by one thread.
final class PartnerKeys {
  private final ECKey signing;
  private final List<ECKey> encryption = new ArrayList<>();
  private final Map<String, ECKey> own = new HashMap<>();
  private final SecureRandom random;

  PartnerKeys(ECKey signing, ECKey encryption, SecureRandom random) {
    this.signing = signing;
    this.encryption.add(encryption);
    this.random = random;
  }

  /// A fresh private key on P-256 with this identifier, for this algorithm.
  static ECKey newKey(String kid, Algorithm alg) {
    try {
      var use = alg.equals(JWSAlgorithm.ES256) ? KeyUse.SIGNATURE : KeyUse.ENCRYPTION;
      return new ECKeyGenerator(Curve.P_256).keyID(kid).keyUse(use).algorithm(alg).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("P-256 is part of every JDK", e);
    }
  }

  ECKey signing() {
    return signing;
  }

  /// The keys for which others sealed, the newest last.
  List<ECKey> encryption() {
    return List.copyOf(encryption);
  }

  ECKey addEncryption() {
    var kid = "enc-" + (encryption.size() + 1) + "-" + fresh();
    encryption.add(newKey(kid, JWEAlgorithm.ECDH_ES_A256KW));
    return encryption.getLast();
  }

  /// A client assertion (RFC 7523) for this audience and term, with this number or a fresh one.
  String assertion(Oin client, String audience, Instant now, int seconds, String jti) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(client.value())
            .subject(client.value())
            .audience(audience)
            .jwtID(jti.isEmpty() ? fresh() : jti)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(seconds)))
            .build();
    var header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .keyID(signing.getKeyID())
            .type(JOSEObjectType.JWT)
            .build();
    var jwt = new SignedJWT(header, claims);
    sign(jwt, signing);
    return jwt.serialize();
  }

  /// The own key of somebody who works there; made when it is first asked for.
  ECKey own(String person) {
    return own.computeIfAbsent(person, _ -> newOwn());
  }

  private static ECKey newOwn() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .algorithm(JWSAlgorithm.ES256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("P-256 is part of every JDK", e);
    }
  }

  String signed(String type, String json) {
    return signed(signing, type, json);
  }

  static String signed(ECKey key, String type, String json) {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .keyID(key.getKeyID())
            .type(new JOSEObjectType(type))
            .build();
    var jws = new JWSObject(header, new Payload(json));
    sign(jws, key);
    return jws.serialize();
  }

  /// The same, signed with the key of this certificate, which travels with it.
  static String certified(DevCertificate certificate, String type, String json) {
    try {
      var chain = new ArrayList<Base64>();
      for (var one : certificate.chain()) {
        chain.add(Base64.encode(one.getEncoded()));
      }
      var header =
          new JWSHeader.Builder(JWSAlgorithm.ES256)
              .type(new JOSEObjectType(type))
              .x509CertChain(chain)
              .build();
      var jws = new JWSObject(header, new Payload(json));
      jws.sign(new ECDSASigner(certificate.key(), Curve.P_256));
      return jws.serialize();
    } catch (JOSEException | CertificateEncodingException e) {
      throw new IllegalStateException("a key we just made signs", e);
    }
  }

  private static void sign(JWSObject jws, ECKey key) {
    try {
      jws.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("a key we just made signs", e);
    }
  }

  String fresh() {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
