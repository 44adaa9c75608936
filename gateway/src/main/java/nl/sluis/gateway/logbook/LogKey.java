package nl.sluis.gateway.logbook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// The key with which anybody can check the notes of one logbook (C2SP signed-note, type 1).
///
/// Immutable; may be shared between threads.
public final class LogKey {
  private static final byte ED25519 = 1;
  private static final int RAW_KEY = 32;
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private final String text;
  private final String origin;
  private final byte[] id;
  private final PublicKey key;

  private LogKey(String text, String origin, byte[] id, PublicKey key) {
    this.text = text;
    this.origin = origin;
    this.id = id;
    this.key = key;
  }

  /// The key with which the logbook of this origin is signed, as its owner knows it.
  public static LogKey of(String origin, KeyPair pair) {
    return parse(new NoteSigner(origin, pair).verifierKey());
  }

  /// Reads a key in the form `name+hex+base64`, as it is published beside the log.
  ///
  /// @throws IllegalArgumentException when the text is not such a key, or its parts disagree
  public static LogKey parse(String text) {
    return parse(text, ED25519);
  }

  /// Reads a key of this type of signature; 4 is that of a witness (C2SP tlog-cosignature).
  static LogKey parse(String text, byte type) {
    var parts = text.strip().split("\\+", 3);
    if (parts.length != 3 || parts[0].isEmpty()) {
      throw new IllegalArgumentException("a log key has the form `name+hex+base64`");
    }
    var typed = Base64.getDecoder().decode(parts[2]);
    if (typed.length != 1 + RAW_KEY || typed[0] != type) {
      throw new IllegalArgumentException(
          "this key is an Ed25519 key of 32 bytes after type " + type);
    }
    var id = id(parts[0], typed);
    if (!HexFormat.of().formatHex(id).equals(parts[1])) {
      throw new IllegalArgumentException("the id in the log key does not belong to the key");
    }
    return new LogKey(text.strip(), parts[0], id, publicKey(typed));
  }

  /// The name of the logbook that signs with this key.
  public String origin() {
    return origin;
  }

  /// The four bytes that announce a signature of this key.
  byte[] id() {
    return id.clone();
  }

  /// Says whether this is the same key of the same logbook.
  boolean same(LogKey other) {
    return text.equals(other.text);
  }

  boolean verify(byte[] text, byte[] signature) {
    try {
      var verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(text);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      // A signature of the wrong form is a wrong signature.
      return false;
    }
  }

  @Override
  public String toString() {
    return text;
  }

  private static byte[] id(String name, byte[] typed) {
    var input = new ByteArrayOutputStream();
    input.writeBytes(name.getBytes(StandardCharsets.UTF_8));
    input.write(0x0a);
    input.writeBytes(typed);
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(input.toByteArray());
      return Arrays.copyOf(digest, 4);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private static PublicKey publicKey(byte[] typed) {
    var encoded = new byte[X509_PREFIX.length + RAW_KEY];
    System.arraycopy(X509_PREFIX, 0, encoded, 0, X509_PREFIX.length);
    System.arraycopy(typed, 1, encoded, X509_PREFIX.length, RAW_KEY);
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the log key is not a point of Ed25519", e);
    }
  }
}
