package nl.sluis.dev.voorbeeld;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/// Everything that stands in a database: every column of every row of every table that its
/// catalogue knows, so that a new table is in it by itself.
///
/// @param rows of all tables
record DatabaseCopy(List<Row> rows) {
  private static final String TABLES =
      """
      select c.oid::regclass::text
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition
        and n.nspname not in ('pg_catalog', 'information_schema')
      order by 1
      """;

  /// @param text every column that is not bytes, as PostgreSQL writes it, in the time of Amsterdam
  /// @param bytes every column that is
  record Row(String table, String text, List<byte[]> bytes) {}

  static DatabaseCopy of(Connection owner) throws SQLException {
    var rows = new ArrayList<Row>();
    try (var statement = owner.createStatement()) {
      statement.execute("set time zone 'Europe/Amsterdam'");
      var tables = new ArrayList<String>();
      try (var found = statement.executeQuery(TABLES)) {
        while (found.next()) {
          tables.add(found.getString(1));
        }
      }
      for (var table : tables) {
        read(owner, table, rows);
      }
    }
    return new DatabaseCopy(rows);
  }

  private static void read(Connection owner, String table, List<Row> rows) throws SQLException {
    try (var statement = owner.createStatement();
        var found = statement.executeQuery("select * from " + table)) {
      var columns = found.getMetaData();
      while (found.next()) {
        var text = new StringBuilder();
        var bytes = new ArrayList<byte[]>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          if (columns.getColumnType(i) == Types.BINARY) {
            var value = found.getBytes(i);
            if (value != null) {
              bytes.add(value);
            }
          } else {
            text.append(columns.getColumnName(i)).append('=').append(found.getString(i));
            text.append('\n');
          }
        }
        rows.add(new Row(table, text.toString(), bytes));
      }
    }
  }
}
