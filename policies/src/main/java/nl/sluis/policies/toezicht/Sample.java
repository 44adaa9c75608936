package nl.sluis.policies.toezicht;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A draw that nobody can steer and everybody can do again: the rows are fixed first, and the seed
/// comes after them. Pure.
///
/// The list is sealed by [#seal] in a row of the logbook. The seed is the root hash of the first
/// checkpoint that covers a later row. Of every row on the list the HMAC-SHA-256 of its place,
/// under the seed, is taken; the smallest are drawn.
public final class Sample {
  private static final String HMAC = "HmacSHA256";

  private Sample() {}

  /// The fingerprint of a list of rows: SHA-256 over the places in decimal, in order, each with a
  /// line feed after it.
  ///
  /// @param rows in increasing order, each once
  /// @throws IllegalArgumentException when they are not
  public static String seal(List<Long> rows) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      long last = -1;
      for (long row : rows) {
        if (row <= last) {
          throw new IllegalArgumentException("rows stand in order, each once");
        }
        last = row;
        sha.update((row + "\n").getBytes(StandardCharsets.US_ASCII));
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /// Draws.
  ///
  /// @param seed the root hash of the later checkpoint, 32 bytes
  /// @param rows the sealed list
  /// @param size how many; all of them when there are fewer
  /// @return the places that were drawn, in increasing order
  public static List<Long> draw(byte[] seed, List<Long> rows, int size) {
    var mac = mac(seed);
    return rows.stream()
        .map(row -> new Ticket(row, hex(mac, row)))
        .sorted(Ticket.ORDER)
        .limit(size)
        .flatMapToLong(ticket -> LongStream.of(ticket.row()))
        .sorted()
        .boxed()
        .toList();
  }

  /// The number of one row in the draw, in hexadecimal: what others get to see of it.
  public static String ticket(byte[] seed, long row) {
    return hex(mac(seed), row);
  }

  private record Ticket(long row, String number) {
    static final Comparator<Ticket> ORDER =
        Comparator.comparing(Ticket::number).thenComparingLong(Ticket::row);
  }

  private static String hex(Mac mac, long row) {
    return HexFormat.of().formatHex(mac.doFinal(text(row)));
  }

  private static byte[] text(long row) {
    return Long.toString(row).getBytes(StandardCharsets.US_ASCII);
  }

  private static Mac mac(byte[] seed) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(seed, HMAC));
      return mac;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", impossible);
    }
  }
}
