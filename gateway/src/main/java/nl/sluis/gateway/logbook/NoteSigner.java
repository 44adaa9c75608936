package nl.sluis.gateway.logbook;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// Signs checkpoints with the Ed25519 key of the logbook (C2SP signed-note, tlog-checkpoint).
///
/// May be shared between threads.
final class NoteSigner {
  private static final byte ED25519 = 1;
  private static final int RAW_KEY = 32;

  private final String origin;
  private final PrivateKey key;
  private final byte[] typedKey;
  private final byte[] keyId;

  NoteSigner(String origin, KeyPair pair) {
    if (!origin.matches("[!-*,-~]+")) {
      throw new IllegalArgumentException("an origin is printable and holds no space or plus");
    }
    this.origin = origin;
    this.key = pair.getPrivate();
    var encoded = pair.getPublic().getEncoded();
    this.typedKey = new byte[1 + RAW_KEY];
    typedKey[0] = ED25519;
    // The raw key is the last part of its X.509 form (RFC 8410).
    System.arraycopy(encoded, encoded.length - RAW_KEY, typedKey, 1, RAW_KEY);
    this.keyId = keyId(origin, typedKey);
  }

  /// The key with which anybody can check the notes, in the form `name+hex+base64`.
  String verifierKey() {
    return origin
        + "+"
        + HexFormat.of().formatHex(keyId)
        + "+"
        + Base64.getEncoder().encodeToString(typedKey);
  }

  /// The public half.
  LogKey key() {
    return LogKey.parse(verifierKey());
  }

  String sign(long size, byte[] root) {
    return sign(List.of(this), size, root);
  }

  /// One checkpoint, signed by each of these in this order; all are of one origin.
  static String sign(List<NoteSigner> signers, long size, byte[] root) {
    var origin = signers.getFirst().origin;
    var text = origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    var note = new StringBuilder(text).append('\n');
    signers.forEach(signer -> note.append(signer.line(text)));
    return note.toString();
  }

  /// The line with which this key signs a text.
  String line(String text) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      var signed = signature.sign();
      var line = ByteBuffer.allocate(keyId.length + signed.length).put(keyId).put(signed).array();
      return "\u2014 " + origin + " " + Base64.getEncoder().encodeToString(line) + "\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the note cannot be signed", e);
    }
  }

  private static byte[] keyId(String origin, byte[] typedKey) {
    var named = new ByteArrayOutputStream();
    named.writeBytes(origin.getBytes(StandardCharsets.UTF_8));
    named.write('\n');
    named.writeBytes(typedKey);
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(named.toByteArray());
      return Arrays.copyOf(digest, Integer.BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
