package nl.sluis.gateway.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// Turns what somebody is called outside Sluis into what the database knows, with two keys of one
/// version (design 10.3, 10.20).
///
/// `HMAC-SHA-256(second, HMAC-SHA-256(first, text))`: a number has nine digits, so whoever can
/// compute this can try them all, and with one of the two keys nobody can. Immutable; may be shared
/// between threads.
public final class ReferenceKeys {
  private static final String HMAC = "HmacSHA256";

  private final SecretKey first;
  private final SecretKey second;

  private ReferenceKeys(SecretKey first, SecretKey second) {
    this.first = first;
    this.second = second;
  }

  /// The two keys of a version, each made at first use.
  ///
  /// @param version from 1; what was keyed with one version is found with that version only
  public static ReferenceKeys of(KeyVault vault, int version) {
    return new ReferenceKeys(vault.hmacKey(version), vault.standingKey("verwijzing-" + version));
  }

  /// The keyed form: 32 bytes.
  public byte[] keyed(String text) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(first);
      var once = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      mac.init(new SecretKeySpec(second.getEncoded(), HMAC));
      return mac.doFinal(once);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
    }
  }
}
