package nl.sluis.gateway.message;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.policies.terms.Oin;

/// Signs that exactly this set was released to this receiver, and which logbook row says so.
///
/// A key-binding JWT of RFC 9901 section 4.3, the leaf of the row as nonce. May be shared between
/// threads.
public final class KeyBinder {
  private final Map<BindingKey, Own> keys = new HashMap<>();

  private record Own(String kid, PrivateKey key) {}

  /// @param keys the signing keys of Sluis on P-256, with key id and private part; older ones serve
  ///   the parcels that name them
  public KeyBinder(List<ECKey> keys) {
    for (var key : keys) {
      if (!key.isPrivate() || key.getKeyID() == null || !Curve.P_256.equals(key.getCurve())) {
        throw new IllegalArgumentException("a binding key is a private P-256 key with a `kid`");
      }
      try {
        this.keys.put(BindingKey.of(key), new Own(key.getKeyID(), key.toECPrivateKey()));
      } catch (JOSEException e) {
        throw new IllegalArgumentException("binding key `" + key.getKeyID() + "` is unusable", e);
      }
    }
  }

  /// What goes to the receiver: the presentation with its key binding behind it.
  ///
  /// @param leafHash the hash of the `verstrekt` row, which MUST be committed
  /// @throws IllegalStateException when the message names a key that Sluis no longer has
  public String bind(Presentation presentation, Oin receiver, byte[] leafHash, Instant at) {
    var own = keys.get(presentation.bindingKey());
    if (own == null) {
      throw new IllegalStateException("the binding key that the message names is gone");
    }
    var header = JsonNodeFactory.instance.objectNode();
    header.put("typ", "kb+jwt").put("alg", "ES256").put("kid", own.kid());
    var payload = JsonNodeFactory.instance.objectNode();
    payload.put("iat", at.getEpochSecond()).put("aud", receiver.value());
    payload.put("nonce", Base64Url.encode(leafHash)).put("sd_hash", presentation.sdHash());
    var input = encode(header.toString()) + "." + encode(payload.toString());
    return presentation.text() + input + "." + Base64Url.encode(sign(own.key(), input));
  }

  private static String encode(String json) {
    return Base64Url.encode(json.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] sign(PrivateKey key, String input) {
    try {
      var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key);
      signature.update(input.getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the binding key cannot sign", e);
    }
  }
}
