package nl.sluis.gateway.bewijs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;

/// Signs receipts as compact JWS with an Ed25519 key of their own (RFC 7515, RFC 8037).
///
/// The same words give the same bytes every time: Ed25519 takes no chance. May be shared between
/// threads.
public final class ReceiptSigner {
  /// The `typ` in the header of a receipt.
  public static final String TYP = "consent-receipt+jwt";

  private static final int RAW_KEY = 32;

  private final PrivateKey key;
  private final OctetKeyPair published;
  private final String header;

  /// @param pair the key of receipts; MUST NOT be that of the logbook, which signs what no person
  ///   asked for
  public ReceiptSigner(KeyPair pair) {
    this.key = pair.getPrivate();
    var encoded = pair.getPublic().getEncoded();
    // The raw key is the last part of its X.509 form (RFC 8410).
    var raw = Arrays.copyOfRange(encoded, encoded.length - RAW_KEY, encoded.length);
    try {
      this.published =
          new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(raw))
              .keyIDFromThumbprint()
              .build();
    } catch (JOSEException e) {
      throw new IllegalStateException("an Ed25519 key has a thumbprint", e);
    }
    this.header = header(TYP);
  }

  private String header(String type) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("alg", "EdDSA")
        .put("kid", published.getKeyID())
        .put("typ", type)
        .toString();
  }

  /// The public half, for anybody.
  public OctetKeyPair published() {
    return published;
  }

  /// These words as a compact JWS.
  String sign(JsonNode words) {
    var payload = words.toString().getBytes(StandardCharsets.UTF_8);
    return signed(header, payload, Base64URL.encode(payload).toString());
  }

  /// The signature of these words as a compact JWS from which they are left out (RFC 7515, appendix
  /// F), for what people read as it is.
  ///
  /// @param type the `typ`, which keeps these apart from everything else that the key signs
  public String detached(String type, byte[] words) {
    return signed(header(type), words, "");
  }

  private String signed(String head, byte[] payload, String shown) {
    var first = Base64URL.encode(head) + ".";
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update((first + Base64URL.encode(payload)).getBytes(StandardCharsets.US_ASCII));
      return first + shown + "." + Base64URL.encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 is part of every JDK", e);
    }
  }
}
