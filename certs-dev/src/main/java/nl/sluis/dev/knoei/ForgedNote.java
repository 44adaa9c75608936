package nl.sluis.dev.knoei;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/// A checkpoint as somebody would make it who took over the database and has some Ed25519 key (C2SP
/// signed-note); shares nothing with the gateway.
final class ForgedNote {
  private static final int RAW_KEY = 32;

  private ForgedNote() {}

  static String of(String origin, long size, byte[] root, KeyPair key) {
    var base64 = Base64.getEncoder();
    var text = origin + "\n" + size + "\n" + base64.encodeToString(root) + "\n";
    try {
      var encoded = key.getPublic().getEncoded();
      var id = new ByteArrayOutputStream();
      id.writeBytes((origin + "\n").getBytes(StandardCharsets.UTF_8));
      id.write(1);
      id.write(encoded, encoded.length - RAW_KEY, RAW_KEY);
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(key.getPrivate());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      var line = new ByteArrayOutputStream();
      var digest = MessageDigest.getInstance("SHA-256").digest(id.toByteArray());
      line.writeBytes(Arrays.copyOf(digest, 4));
      line.writeBytes(signature.sign());
      return text + "\n\u2014 " + origin + " " + base64.encodeToString(line.toByteArray()) + "\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 is part of every JDK", e);
    }
  }
}
