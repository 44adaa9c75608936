package nl.sluis.gateway.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// One key made of two: whoever has one of the two has nothing (design 10.20).
///
/// `HMAC-SHA-256(first, label ‖ second)`, both of 32 random bytes, each label used for one thing.
/// May be shared between threads.
final class JoinedKey {
  private static final String HMAC = "HmacSHA256";

  private JoinedKey() {}

  static SecretKey of(SecretKey first, String label, SecretKey second) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(first.getEncoded(), HMAC));
      mac.update(label.getBytes(StandardCharsets.UTF_8));
      return new SecretKeySpec(mac.doFinal(second.getEncoded()), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
    }
  }
}
