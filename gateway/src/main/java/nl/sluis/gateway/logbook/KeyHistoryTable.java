package nl.sluis.gateway.logbook;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/// The statements about the keys of Sluis as they are stored; none is ever replaced.
final class KeyHistoryTable {
  private static final String USE = "logboek";
  private static final String ALL =
      "select verklaring from sleutelgeschiedenis where region = ? and gebruik = ? order by nr";
  private static final String ADD =
      """
      insert into sleutelgeschiedenis (region, gebruik, nr, grootte, verklaring)
      values (?, ?, ?, ?, ?)
      """;

  private KeyHistoryTable() {}

  /// What time it is for the database; nothing is decided by it.
  static Instant now(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select now()")) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  static List<String> all(Connection connection, String region) throws SQLException {
    return all(connection, region, USE);
  }

  static List<String> all(Connection connection, String region, String use) throws SQLException {
    try (var statement = connection.prepareStatement(ALL)) {
      statement.setString(1, region);
      statement.setString(2, use);
      try (var row = statement.executeQuery()) {
        var all = new ArrayList<String>();
        while (row.next()) {
          all.add(row.getString(1));
        }
        return all;
      }
    }
  }

  static void add(Connection tx, String region, KeyStatement said, String note)
      throws SQLException {
    add(tx, region, USE, said.number(), said.from(), note);
  }

  /// @param rows the number of rows from which on it holds, or with which it was said
  static void add(Connection tx, String region, String use, int number, long rows, String note)
      throws SQLException {
    try (var statement = tx.prepareStatement(ADD)) {
      statement.setString(1, region);
      statement.setString(2, use);
      statement.setInt(3, number);
      statement.setLong(4, rows);
      statement.setString(5, note);
      statement.executeUpdate();
    }
  }
}
