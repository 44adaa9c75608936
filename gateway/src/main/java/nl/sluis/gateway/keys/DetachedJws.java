package nl.sluis.gateway.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// A JWS from which the signed words are left out (RFC 7515, appendix F), by an Ed25519 key (RFC
/// 8037). Pure.
public final class DetachedJws {
  private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]+)\\.\\.([A-Za-z0-9_-]+)");
  private static final JsonMapper JSON = new JsonMapper();

  /// What stands before the raw key in its X.509 form (RFC 8410).
  private static final byte[] BEFORE = HexFormat.of().parseHex("302a300506032b6570032100");

  private DetachedJws() {}

  /// Did one of these keys sign these words, while it might?
  ///
  /// @param type the `typ` that keeps these words apart from everything else that the key signs
  /// @param at when it was signed, as the words say
  public static boolean isSigned(
      String type, String jws, byte[] words, List<UsePeriod> keys, Instant at) {
    var form = FORM.matcher(jws);
    if (!form.matches()) {
      return false;
    }
    try {
      JsonNode header = JSON.readTree(new Base64URL(form.group(1)).decode());
      if (!header.path("alg").asText().equals("EdDSA")
          || !header.path("typ").asText().equals(type)
          || header.size() != 3) {
        return false;
      }
      var signed = form.group(1) + "." + Base64URL.encode(words);
      var kid = header.path("kid").asText();
      for (var period : keys) {
        if (kid.equals(period.key().getKeyID())
            && !at.isBefore(period.since())
            && period.until().filter(until -> !at.isBefore(until)).isEmpty()
            && period.key() instanceof OctetKeyPair pair) {
          var signature = Signature.getInstance("Ed25519");
          signature.initVerify(key(pair));
          signature.update(signed.getBytes(StandardCharsets.US_ASCII));
          return signature.verify(new Base64URL(form.group(2)).decode());
        }
      }
      return false;
    } catch (IOException | GeneralSecurityException e) {
      return false;
    }
  }

  private static PublicKey key(OctetKeyPair pair) throws GeneralSecurityException {
    var raw = pair.getDecodedX();
    var encoded = new byte[BEFORE.length + raw.length];
    System.arraycopy(BEFORE, 0, encoded, 0, BEFORE.length);
    System.arraycopy(raw, 0, encoded, BEFORE.length, raw.length);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }
}
