package nl.sluis.dev.getuige;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import nl.sluis.gateway.logbook.WitnessKey;

/// The key of a witness, and how it signs (C2SP tlog-cosignature, Ed25519, type 4). Shares no code
/// with what checks its signatures. May be shared between threads.
public final class WitnessSigner {
  private static final byte TYPE = 4;
  private static final int RAW = 32;
  private static final int ID = 4;

  private final String name;
  private final KeyPair pair;
  private final byte[] typed;
  private final byte[] id;

  private WitnessSigner(String name, KeyPair pair) throws GeneralSecurityException {
    if (!name.matches("[!-*,-~]{1,255}")) {
      throw new IllegalArgumentException("een naam is leesbaar, zonder spatie en zonder plus");
    }
    this.name = name;
    this.pair = pair;
    var encoded = pair.getPublic().getEncoded();
    this.typed = new byte[1 + RAW];
    typed[0] = TYPE;
    // The raw key is the last part of its X.509 form (RFC 8410).
    System.arraycopy(encoded, encoded.length - RAW, typed, 1, RAW);
    var named = new ByteArrayOutputStream();
    named.writeBytes((name + "\n").getBytes(StandardCharsets.UTF_8));
    named.writeBytes(typed);
    this.id = Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(named.toByteArray()), ID);
  }

  /// The key in this folder, made when there is none.
  public static WitnessSigner in(Path folder, String name) throws IOException {
    var secret = folder.resolve("sleutel.pk8");
    var open = folder.resolve("sleutel.pub");
    try {
      if (!Files.exists(open)) {
        var made = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Kept.write(secret, made.getPrivate().getEncoded());
        Kept.write(open, made.getPublic().getEncoded());
      }
      var factory = KeyFactory.getInstance("Ed25519");
      return new WitnessSigner(
          name,
          new KeyPair(
              factory.generatePublic(new X509EncodedKeySpec(Files.readAllBytes(open))),
              factory.generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(secret)))));
    } catch (GeneralSecurityException e) {
      throw new IOException("de sleutel van de getuige is onbruikbaar", e);
    }
  }

  /// With which anybody checks its signatures.
  public WitnessKey key() {
    return WitnessKey.parse(
        name
            + "+"
            + HexFormat.of().formatHex(id)
            + "+"
            + Base64.getEncoder().encodeToString(typed));
  }

  /// The line that it puts under a checkpoint.
  ///
  /// @param text the signed part of the checkpoint, with the newline at its end
  public String sign(String text, Instant at) {
    var seconds = at.getEpochSecond();
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(
          ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8));
      var signed = signature.sign();
      var line =
          ByteBuffer.allocate(ID + Long.BYTES + signed.length)
              .put(id)
              .putLong(seconds)
              .put(signed)
              .array();
      return "\u2014 " + name + " " + Base64.getEncoder().encodeToString(line) + "\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 is part of every JDK", e);
    }
  }
}
