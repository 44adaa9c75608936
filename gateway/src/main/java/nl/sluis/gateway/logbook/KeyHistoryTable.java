package nl.sluis.gateway.logbook;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/// The statements about the keys of the logbook as they are stored; none is ever replaced.
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
    try (var statement = connection.prepareStatement(ALL)) {
      statement.setString(1, region);
      statement.setString(2, USE);
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
    try (var statement = tx.prepareStatement(ADD)) {
      statement.setString(1, region);
      statement.setString(2, USE);
      statement.setInt(3, said.number());
      statement.setLong(4, said.from());
      statement.setString(5, note);
      statement.executeUpdate();
    }
  }
}
