package nl.sluis.dev.uitwisseling;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A key that is not that of the logbook, as a note names it (C2SP signed-note). Immutable.
record OtherKey(KeyPair pair) {
  private static final int OF_LOG = 1;
  private static final int OF_WITNESS = 4;

  static OtherKey made() throws GeneralSecurityException {
    return new OtherKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
  }

  /// The line with which a logbook of this name would publish it.
  String key(String name) throws GeneralSecurityException {
    return key(name, OF_LOG);
  }

  /// The line with which a witness of this name would.
  String witness(String name) throws GeneralSecurityException {
    return key(name, OF_WITNESS);
  }

  private String key(String name, int type) throws GeneralSecurityException {
    var id = HexFormat.of().formatHex(id(name, type));
    return name + "+" + id + "+" + Base64.getEncoder().encodeToString(typed(type));
  }

  /// The line that a logbook of this name puts under a text.
  String signed(String name, String text) throws GeneralSecurityException {
    var signer = Signature.getInstance("Ed25519");
    signer.initSign(pair.getPrivate());
    signer.update(text.getBytes(StandardCharsets.UTF_8));
    return line(name, id(name, OF_LOG), signer.sign());
  }

  /// A line under a note, whatever it is worth.
  static String line(String name, byte[] id, byte[] signature) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(id);
    out.writeBytes(signature);
    return "\u2014 " + name + " " + Base64.getEncoder().encodeToString(out.toByteArray()) + "\n";
  }

  private byte[] id(String name, int type) throws GeneralSecurityException {
    var out = new ByteArrayOutputStream();
    out.writeBytes((name + "\n").getBytes(StandardCharsets.UTF_8));
    out.writeBytes(typed(type));
    return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(out.toByteArray()), 4);
  }

  /// The type and the 32 bytes of the public key, which stand last in its X.509 form.
  private byte[] typed(int type) {
    var x509 = pair.getPublic().getEncoded();
    var typed = Arrays.copyOfRange(x509, x509.length - 33, x509.length);
    typed[0] = (byte) type;
    return typed;
  }
}
