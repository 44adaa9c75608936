package nl.sluis.gateway.werkplek.concept;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals drafts for one browser and one person: AES-256 in GCM, under a key that the cookie yields
/// (HMAC-SHA-256) and that is kept nowhere. Immutable; may be shared between threads.
///
/// A file is: five letters, when the draft began (seconds since 1970), a nonce, and the rest
/// sealed. The beginning is bound to the content, and so is the name of the file: what is renamed,
/// put back under another name or made younger opens no more. What is sealed is filled up to one of
/// a few lengths, so that the size tells little.
final class DraftSeal {
  private static final byte[] LETTERS = "SLC1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int NAME_BYTES = 16;

  /// How much of a file is enough to know when it began.
  static final int HEAD_BYTES = LETTERS.length + Long.BYTES;

  private final SecretKeySpec sealing;
  private final SecretKeySpec naming;
  private final SecureRandom random;

  private DraftSeal(SecretKeySpec sealing, SecretKeySpec naming, SecureRandom random) {
    this.sealing = sealing;
    this.naming = naming;
    this.random = random;
  }

  /// A draft as it was found.
  ///
  /// @param began when it was kept first
  /// @param content its bytes
  @SuppressWarnings("ArrayRecordComponent") // bytes that are read at once; compared by nobody
  record Opened(Instant began, byte[] content) {}

  /// @param secret what only the browser has
  /// @param owner who is at the desk
  static DraftSeal of(String secret, String owner, SecureRandom random) {
    var root = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    return new DraftSeal(
        new SecretKeySpec(mac(root, "sluis-concept-1 inhoud\n" + owner), "AES"),
        new SecretKeySpec(mac(root, "sluis-concept-1 naam\n" + owner), "HmacSHA256"),
        random);
  }

  /// The name of the file of this draft, which tells nothing to who has not the cookie.
  String name(String draft) {
    return HexFormat.of().formatHex(mac(naming, draft), 0, NAME_BYTES);
  }

  /// The whole file.
  byte[] seal(String file, Instant began, byte[] content) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    var head = head(began);
    try {
      var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, head, file);
      var sealed = cipher.doFinal(filled(content));
      return ByteBuffer.allocate(head.length + nonce.length + sealed.length)
          .put(head)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES in GCM", e);
    }
  }

  /// What this file holds; empty when it was sealed by another, changed or cut off.
  Optional<Opened> open(String file, byte[] bytes) {
    var began = began(bytes);
    if (began.isEmpty() || bytes.length < HEAD_BYTES + NONCE_BYTES + TAG_BITS / Byte.SIZE) {
      return Optional.empty();
    }
    var nonce = Arrays.copyOfRange(bytes, HEAD_BYTES, HEAD_BYTES + NONCE_BYTES);
    try {
      var cipher = cipher(Cipher.DECRYPT_MODE, nonce, head(began.get()), file);
      var start = HEAD_BYTES + NONCE_BYTES;
      var filled = ByteBuffer.wrap(cipher.doFinal(bytes, start, bytes.length - start));
      var content = new byte[filled.getInt()];
      filled.get(content);
      return Optional.of(new Opened(began.get(), content));
    } catch (AEADBadTagException _) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES in GCM", e);
    }
  }

  /// When a file began, by its first bytes; empty when it is none of ours.
  static Optional<Instant> began(byte[] head) {
    if (head.length < HEAD_BYTES
        || !MessageDigest.isEqual(LETTERS, Arrays.copyOf(head, LETTERS.length))) {
      return Optional.empty();
    }
    long seconds = ByteBuffer.wrap(head, LETTERS.length, Long.BYTES).getLong();
    return seconds < 0 || seconds > Instant.MAX.getEpochSecond()
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(seconds));
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] head, String file)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(head);
    cipher.updateAAD(file.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static byte[] head(Instant began) {
    return ByteBuffer.allocate(HEAD_BYTES).put(LETTERS).putLong(began.getEpochSecond()).array();
  }

  /// Length, content, and nothing up to a power of four from one KiB on.
  private static byte[] filled(byte[] content) {
    int needed = Integer.BYTES + content.length;
    int length = 1 << 10;
    while (length < needed) {
      length <<= 2;
    }
    return ByteBuffer.allocate(length).putInt(content.length).put(content).array();
  }

  private static byte[] mac(SecretKeySpec key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }
}
