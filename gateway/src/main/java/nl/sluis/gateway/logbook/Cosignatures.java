package nl.sluis.gateway.logbook;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// What witnesses put under checkpoints, as it is stored; what is there is never replaced.
final class Cosignatures {
  private static final String STORE =
      """
      insert into checkpoint_cosignature (region, size, witness, signed_at, line)
      values (?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String LINES =
      """
      select line from checkpoint_cosignature
      where region = ? and size = ?
      order by witness
      """;
  private static final String LAST =
      "select max(size) from checkpoint_cosignature where region = ? and witness = ?";

  private static final String NEWEST_OF =
      """
      select size, signed_at from checkpoint_cosignature
      where region = ? and witness = ?
      order by size desc
      limit 1
      """;

  /// Newest first, along the index; with one witness it stops at the first row.
  private static final String NEWEST =
      """
      select size from checkpoint_cosignature
      where region = ?
      group by size
      having count(*) >= ?
      order by size desc
      limit 1
      """;

  private Cosignatures() {}

  static void store(Connection connection, String region, long size, Cosignature cosignature)
      throws SQLException {
    try (var statement = connection.prepareStatement(STORE)) {
      statement.setString(1, region);
      statement.setLong(2, size);
      statement.setString(3, cosignature.witness());
      statement.setObject(4, cosignature.at().atOffset(ZoneOffset.UTC));
      statement.setString(5, cosignature.line());
      statement.executeUpdate();
    }
  }

  /// The lines under the checkpoint of this size; empty when no witness signed it.
  static String lines(Connection connection, String region, long size) throws SQLException {
    var lines = new StringBuilder();
    try (var statement = connection.prepareStatement(LINES)) {
      statement.setString(1, region);
      statement.setLong(2, size);
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          lines.append(row.getString(1));
        }
      }
    }
    return lines.toString();
  }

  /// The largest size that this witness signed; 0 when it never did.
  static long last(Connection connection, String region, String witness) throws SQLException {
    try (var statement = connection.prepareStatement(LAST)) {
      statement.setString(1, region);
      statement.setString(2, witness);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /// What this witness signed last; empty when it never did.
  static Optional<PublicLog.Witnessed> newestOf(
      Connection connection, String region, String witness) throws SQLException {
    try (var statement = connection.prepareStatement(NEWEST_OF)) {
      statement.setString(1, region);
      statement.setString(2, witness);
      try (var row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                new PublicLog.Witnessed(
                    row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()))
            : Optional.empty();
      }
    }
  }

  /// The largest size that at least so many witnesses signed.
  static Optional<Long> newest(Connection connection, String region, int witnesses)
      throws SQLException {
    try (var statement = connection.prepareStatement(NEWEST)) {
      statement.setString(1, region);
      statement.setInt(2, witnesses);
      try (var row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
      }
    }
  }
}
