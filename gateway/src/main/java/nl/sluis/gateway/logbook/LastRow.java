package nl.sluis.gateway.logbook;

import java.sql.Connection;
import java.sql.SQLException;

/// The last row that a checkpoint covers, by which is told whether it was committed.
///
/// @param keyId the month in which it stands, so that one part of the rows is looked into
/// @param leaf random, so that it cannot be that of another row in its place
@SuppressWarnings("ArrayRecordComponent") // carried to one SQL statement, never compared
record LastRow(String keyId, byte[] leaf) {
  private static final String READ =
      "select key_id, leaf from logbook_row where region = ? and idx = ?";

  /// @throws LogbookRefused when there is no such row
  static LastRow read(Connection connection, String region, long index) throws SQLException {
    try (var statement = connection.prepareStatement(READ)) {
      statement.setString(1, region);
      statement.setLong(2, index);
      try (var row = statement.executeQuery()) {
        if (!row.next()) {
          throw new LogbookRefused("rij " + index + " van het logboek ontbreekt");
        }
        return new LastRow(row.getString(1), row.getBytes(2));
      }
    }
  }
}
