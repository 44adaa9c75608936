package nl.sluis.gateway.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;

/// Encrypts a category for its receiver, so that Sluis carries what it cannot read.
///
/// Pads, so that the length tells little, and names the message, so that nobody else can wrap it.
final class Sealer {
  private static final int[] LENGTHS = {1 << 10, 1 << 12, 1 << 14, 1 << 16};

  private Sealer() {}

  static String seal(
      ObjectNode content, DataCategory category, Oin signer, Oin receiver, String jti, ECKey key) {
    if (key.getKeyID() == null) {
      throw new IllegalArgumentException("a receiver's key needs a `kid`");
    }
    var header =
        new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM)
            .keyID(key.getKeyID())
            .issuer(signer.value())
            .audience(java.util.List.of(receiver.value()))
            .customParam("jti", jti)
            .customParam("cat", category.name())
            .build();
    var jwe = new JWEObject(header, new Payload(padded(content)));
    try {
      jwe.encrypt(new ECDHEncrypter(key.toPublicJWK()));
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot seal `" + category + "`", e);
    }
    return jwe.serialize();
  }

  private static byte[] padded(ObjectNode content) {
    var bytes = content.toString().getBytes(StandardCharsets.UTF_8);
    for (int length : LENGTHS) {
      if (bytes.length <= length) {
        var padded = Arrays.copyOf(bytes, length);
        Arrays.fill(padded, bytes.length, length, (byte) ' ');
        return padded;
      }
    }
    throw new IllegalArgumentException("sealed content is at most 64 KiB");
  }
}
