package nl.sluis.gateway.logbook;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import nl.sluis.gateway.keys.KeyVault;

/// Opens a row about nobody for others: with what hid its details and the details themselves,
/// anybody computes the commitment in its leaf.
///
/// What is opened so can never be hidden again; it is for rows that say nothing of anyone. May be
/// shared between threads.
public final class RowOpening {
  private static final int RANDOM = 32;
  private static final String ROW =
      """
      select leaf, key_id, detail_ct from logbook_row
      where region = ? and idx = ?
      """;

  private final String region;
  private final KeyVault keys;
  private final Sealer sealer;

  /// @param region the logbook to read
  public RowOpening(String region, KeyVault keys) {
    this.region = region;
    this.keys = keys;
    this.sealer = new Sealer(region, keys, new SecureRandom());
  }

  /// What opens the commitment in a leaf: `SHA-256("d1" ‖ hiding ‖ detail)`.
  ///
  /// @param hiding 32 random bytes
  /// @param detail the details as they were committed to, in the form of RFC 8785
  @SuppressWarnings("ArrayRecordComponent") // bytes for the wire; compared by nobody
  public record Opened(byte[] hiding, String detail) {}

  /// The row at this place; empty when its term is over, and when it is about a person.
  public Optional<Opened> open(Connection connection, long index) throws SQLException {
    try (var statement = connection.prepareStatement(ROW)) {
      statement.setString(1, region);
      statement.setLong(2, index);
      try (var row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        var key = new RowKeys(keys).known(row.getString(2), Optional.empty());
        if (key.isEmpty()) {
          return Optional.empty();
        }
        var whole = sealer.openWhole(index, row.getBytes(1), row.getBytes(3), key.get());
        return Optional.of(
            new Opened(
                Arrays.copyOf(whole, RANDOM),
                new String(whole, RANDOM, whole.length - RANDOM, StandardCharsets.UTF_8)));
      }
    }
  }
}
