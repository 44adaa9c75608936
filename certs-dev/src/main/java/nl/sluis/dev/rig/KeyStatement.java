package nl.sluis.dev.rig;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.gateway.peer.EncryptionKeyDirectory;

/// What a partner signs to say for which key others may seal.
public final class KeyStatement {
  private KeyStatement() {}

  static byte[] of(DevSite.Identity owner, Instant now) {
    return of(owner, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(90)));
  }

  /// The same for these days.
  public static byte[] of(DevSite.Identity owner, Instant from, Instant until) {
    var claims = new LinkedHashMap<String, Object>();
    claims.put("iss", owner.partner().oin().value());
    claims.put("sleutel", owner.encryption().toPublicJWK().toJSONObject());
    claims.put("geldigVanaf", from.toString());
    claims.put("geldigTot", until.toString());
    claims.put("jti", UUID.randomUUID().toString());
    return sign(owner, claims).getBytes(StandardCharsets.UTF_8);
  }

  private static String sign(DevSite.Identity owner, Map<String, Object> claims) {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .keyID(owner.signing().getKeyID())
            .type(new JOSEObjectType(EncryptionKeyDirectory.TYP))
            .build();
    var jws = new JWSObject(header, new Payload(claims));
    try {
      jws.sign(new ECDSASigner(owner.signing()));
    } catch (JOSEException e) {
      throw new IllegalStateException("a key we just made signs", e);
    }
    return jws.serialize();
  }
}
