package nl.sluis.gateway.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.sluis.policies.terms.Oin;

/// Signs statements of one type with a key of Sluis that is published at `/v1/sleutels`.
///
/// The type in the header keeps them apart from everything else that key signs. May be shared
/// between threads.
public final class Statements {
  private final Oin sluis;
  private final JWSHeader header;
  private final ECDSASigner signer;

  /// @param type the `typ` of the statements
  /// @param sluis who says it
  /// @param key a private key on P-256 with its `kid`; MUST NOT be the key of the logbook
  public Statements(String type, Oin sluis, ECKey key) {
    this.sluis = sluis;
    this.header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType(type))
            .keyID(key.getKeyID())
            .build();
    try {
      this.signer = new ECDSASigner(key);
    } catch (JOSEException e) {
      throw new IllegalArgumentException("a statement is signed with a P-256 key", e);
    }
  }

  /// The statement as a compact JWS, with `iss` before these claims.
  public String sign(Map<String, Object> claims) {
    var whole = new LinkedHashMap<String, Object>();
    whole.put("iss", sluis.value());
    whole.putAll(claims);
    var jws = new JWSObject(header, new Payload(whole));
    try {
      jws.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("the key of Sluis cannot sign", e);
    }
    return jws.serialize();
  }
}
