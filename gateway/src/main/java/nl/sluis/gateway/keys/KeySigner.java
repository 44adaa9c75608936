package nl.sluis.gateway.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;

/// Signs JWS of one type (RFC 7515, ES256) with whichever key of Sluis signs at that moment.
///
/// May be shared between threads.
public final class KeySigner {
  private final SigningKeys<ECKey> keys;
  private final JOSEObjectType type;
  private volatile Ready ready;

  private record Ready(ECKey key, JWSHeader header, ECDSASigner signer) {}

  /// @param type the `typ`, which keeps these apart from everything else that the keys sign
  /// @param keys private keys on P-256 with their `kid`; MUST NOT be those of the logbook
  public KeySigner(JOSEObjectType type, SigningKeys<ECKey> keys) {
    this.type = type;
    this.keys = keys;
    this.ready = ready(keys.current());
  }

  private Ready ready(ECKey key) {
    try {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.ES256).type(type).keyID(key.getKeyID()).build();
      return new Ready(key, header, new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalArgumentException("Sluis signs with a private P-256 key", e);
    }
  }

  /// These words as a compact JWS.
  @SuppressWarnings("ReferenceEquality") // the same object until the key is replaced
  public String sign(Payload words) {
    var key = keys.current();
    var now = ready;
    if (now.key() != key) {
      now = ready(key);
      ready = now;
    }
    var jws = new JWSObject(now.header(), words);
    try {
      jws.sign(now.signer());
    } catch (JOSEException e) {
      throw new IllegalStateException("the key of Sluis cannot sign", e);
    }
    return jws.serialize();
  }
}
