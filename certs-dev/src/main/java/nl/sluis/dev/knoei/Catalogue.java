package nl.sluis.dev.knoei;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tables of a database as its own catalogue names them, so that none is forgotten.
final class Catalogue {
  /// What [nl.sluis.consent.Migrations] keeps for itself.
  private static final List<String> NOT_HERE = List.of("migration");

  private static final String COLUMNS =
      """
      select c.relname, a.attname, format_type(a.atttypid, null)
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace
        and c.relkind in ('r', 'p') and not c.relispartition
      order by c.relname, a.attnum
      """;

  /// A table in parts has no key of its own; that of its parts is meant to hold for all of it.
  private static final String KEY =
      """
      select a.attname
      from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
      where i.indisprimary
        and i.indrelid = coalesce(
          (select min(inhrelid::int)::oid from pg_inherits where inhparent = ?::regclass), ?::regclass)
      order by array_position(i.indkey::int[], a.attnum::int)
      """;

  private Catalogue() {}

  /// A table.
  ///
  /// @param columns the types by the names, in order
  /// @param key the columns that say which row a row is
  record Table(String name, Map<String, String> columns, List<String> key) {
    /// The last column of the key that is a number, if there is one.
    List<String> numbers() {
      return key.stream().filter(column -> isNumber(columns.getOrDefault(column, ""))).toList();
    }

    List<String> besidesKey() {
      return columns.keySet().stream().filter(column -> !key.contains(column)).toList();
    }

    private static boolean isNumber(String type) {
      return type.equals("bigint") || type.equals("integer");
    }
  }

  static List<Table> tables(Connection connection) throws SQLException {
    var columns = new LinkedHashMap<String, Map<String, String>>();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(COLUMNS)) {
      while (row.next()) {
        columns
            .computeIfAbsent(row.getString(1), _ -> new LinkedHashMap<>())
            .put(row.getString(2), row.getString(3));
      }
    }
    columns.keySet().removeAll(NOT_HERE);
    var tables = new ArrayList<Table>();
    for (var table : columns.entrySet()) {
      tables.add(new Table(table.getKey(), table.getValue(), key(connection, table.getKey())));
    }
    return tables;
  }

  private static List<String> key(Connection connection, String table) throws SQLException {
    var key = new ArrayList<String>();
    try (var statement = connection.prepareStatement(KEY)) {
      statement.setString(1, table);
      statement.setString(2, table);
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          key.add(row.getString(1));
        }
      }
    }
    return key;
  }
}
