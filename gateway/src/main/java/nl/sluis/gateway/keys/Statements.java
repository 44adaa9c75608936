package nl.sluis.gateway.keys;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.Payload;
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
  private final KeySigner signer;

  /// @param type the `typ` of the statements
  /// @param sluis who says it
  /// @param keys private keys on P-256 with their `kid`; MUST NOT be those of the logbook
  public Statements(String type, Oin sluis, SigningKeys<ECKey> keys) {
    this.sluis = sluis;
    this.signer = new KeySigner(new JOSEObjectType(type), keys);
  }

  /// The statement as a compact JWS, with `iss` before these claims.
  public String sign(Map<String, Object> claims) {
    var whole = new LinkedHashMap<String, Object>();
    whole.put("iss", sluis.value());
    whole.putAll(claims);
    return signer.sign(new Payload(whole));
  }
}
