package nl.sluis.gateway.message;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.policies.terms.Oin;

/// Signs that exactly this set was released to this receiver, and which logbook row says so.
///
/// A key-binding JWT of RFC 9901 section 4.3, the leaf of the row as nonce. May be shared between
/// threads.
public final class KeyBinder {
  private final BindingKeys keys;

  /// @param keys the signing keys of Sluis on P-256, with key id and private part; older ones serve
  ///   the parcels that name them
  public KeyBinder(SigningKeys<ECKey> keys) {
    for (var key : keys.known()) {
      if (!key.isPrivate() || key.getKeyID() == null || !Curve.P_256.equals(key.getCurve())) {
        throw new IllegalArgumentException("a binding key is a private P-256 key with a `kid`");
      }
    }
    this.keys = new BindingKeys(keys);
  }

  /// What goes to the receiver: the presentation with its key binding behind it.
  ///
  /// @param leafHash the hash of the `verstrekt` row, which MUST be committed
  /// @throws IllegalStateException when the message names a key that Sluis no longer has
  public String bind(Presentation presentation, Oin receiver, byte[] leafHash, Instant at) {
    var own =
        keys.known(presentation.bindingKey())
            .orElseThrow(
                () -> new IllegalStateException("the binding key that the message names is gone"));
    var header = JsonNodeFactory.instance.objectNode();
    header.put("typ", "kb+jwt").put("alg", "ES256").put("kid", own.getKeyID());
    var payload = JsonNodeFactory.instance.objectNode();
    payload.put("iat", at.getEpochSecond()).put("aud", receiver.value());
    payload.put("nonce", Base64Url.encode(leafHash)).put("sd_hash", presentation.sdHash());
    var input = encode(header.toString()) + "." + encode(payload.toString());
    return presentation.text() + input + "." + Base64Url.encode(sign(own, input));
  }

  private static String encode(String json) {
    return Base64Url.encode(json.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] sign(ECKey key, String input) {
    try {
      var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key.toECPrivateKey());
      signature.update(input.getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException("the binding key cannot sign", e);
    }
  }
}
