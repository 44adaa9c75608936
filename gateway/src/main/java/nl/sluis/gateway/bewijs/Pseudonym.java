package nl.sluis.gateway.bewijs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/// A name for a person that means something within one question only: receipts about two questions
/// cannot be laid side by side to follow somebody.
public final class Pseudonym {
  private static final byte[] LABEL = "sluis bewijs 1".getBytes(StandardCharsets.US_ASCII);
  private static final int BYTES = 16;

  private Pseudonym() {}

  /// The name of this person within this question; the ids of persons are random and told to
  /// nobody.
  public static String of(UUID askId, UUID person) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(LABEL);
      digest.update(bytes(askId));
      var hash = digest.digest(bytes(person));
      return "urn:sluis:persoon:" + HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
