package nl.sluis.consent.desk;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Proof that only the holder of the person's key can read, with a commitment to what it says.
///
/// The salt belongs in the sealed part: without it the commitment says nothing about a short text.
/// Immutable; may be shared between threads.
public final class SealedEvidence {
  private static final int MIN_SALT = 16;
  private static final int MAX_SEALED = 64 * 1024;

  private final byte[] commitment;
  private final byte[] ciphertext;

  private SealedEvidence(byte[] commitment, byte[] ciphertext) {
    this.commitment = commitment;
    this.ciphertext = ciphertext;
  }

  /// Commits to a text and keeps its ciphertext; the text itself is forgotten.
  ///
  /// @throws IllegalArgumentException when the salt is short or the ciphertext absent or large
  public static SealedEvidence of(byte[] salt, byte[] plain, byte[] ciphertext) {
    if (salt.length < MIN_SALT) {
      throw new IllegalArgumentException("a salt has at least 16 bytes");
    }
    if (ciphertext.length == 0 || ciphertext.length > MAX_SEALED) {
      throw new IllegalArgumentException("sealed evidence has 1 byte to 64 KiB");
    }
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return new SealedEvidence(digest.digest(plain), ciphertext.clone());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  /// SHA-256 over salt and text.
  public byte[] commitment() {
    return commitment.clone();
  }

  /// The text, encrypted by the caller under the key of the person.
  public byte[] ciphertext() {
    return ciphertext.clone();
  }
}
