package nl.sluis.gateway.logbook;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// The signed checkpoints as they are stored; one that is there is never replaced.
final class Checkpoints {
  private static final String LATEST =
      "select size, note from checkpoint where region = ? order by size desc limit 1";
  private static final String COVERING =
      """
      select size, note from checkpoint
      where region = ? and size >= ?
      order by size
      limit 1
      """;

  /// Stores the note of a batch only when the last leaf of that batch was committed: each leaf is
  /// random, so it cannot be that of another batch which took the place of one that was rolled
  /// back.
  private static final String STORE =
      """
      with mine as (
        select region from logbook_row where region = ? and key_id = ? and idx = ? and leaf = ?),
      keys as (
        select count(*) as known from sleutelgeschiedenis
        where region = ? and gebruik = 'logboek' and grootte <= ?),
      stored as (
        insert into checkpoint (region, size, note)
        select region, ?, ? from mine, keys where keys.known = ?
        on conflict do nothing)
      select (select count(*) from mine), (select known from keys)
      """;

  private Checkpoints() {}

  static Optional<SignedCheckpoint> latest(Connection connection, String region)
      throws SQLException {
    try (var statement = connection.prepareStatement(LATEST)) {
      statement.setString(1, region);
      try (var row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(new SignedCheckpoint(row.getLong(1), row.getString(2)))
            : Optional.empty();
      }
    }
  }

  /// The first checkpoint of at least this size.
  static Optional<SignedCheckpoint> covering(Connection connection, String region, long size)
      throws SQLException {
    try (var statement = connection.prepareStatement(COVERING)) {
      statement.setString(1, region);
      statement.setLong(2, size);
      try (var row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(new SignedCheckpoint(row.getLong(1), row.getString(2)))
            : Optional.empty();
      }
    }
  }

  /// @param last the last row that the checkpoint covers
  /// @param known how many statements about keys the signer went by
  /// @return false when there are more by now, and it has to be signed again
  /// @throws IllegalStateException when that row was not committed
  static boolean store(
      Connection connection, String region, SignedCheckpoint signed, LastRow last, int known)
      throws SQLException {
    try (var statement = connection.prepareStatement(STORE)) {
      statement.setString(1, region);
      statement.setString(2, last.keyId());
      statement.setLong(3, signed.size() - 1);
      statement.setBytes(4, last.leaf());
      statement.setString(5, region);
      statement.setLong(6, signed.size());
      statement.setLong(7, signed.size());
      statement.setString(8, signed.note());
      statement.setInt(9, known);
      try (var row = statement.executeQuery()) {
        if (!row.next() || row.getLong(1) != 1) {
          throw new IllegalStateException("a batch that was not committed is not published");
        }
        return row.getInt(2) == known;
      }
    }
  }
}
