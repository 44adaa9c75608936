package nl.sluis.dev.duur;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What a database takes of its disk, table by table and index by index, after it has tidied up;
/// and how much it has written to its log of changes until then.
///
/// @param bytes of each table (with its TOAST) and each index
/// @param log the place in the write-ahead log
record Disk(Map<String, Long> bytes, long log) {
  private static final String SIZES =
      """
      select c.relname, pg_table_size(c.oid)
      from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public'
        and c.relkind = 'r'
      union all
      select t.relname || ' / ' || c.relname, pg_relation_size(c.oid)
      from pg_index i
        join pg_class c on c.oid = i.indexrelid
        join pg_class t on t.oid = i.indrelid
        join pg_namespace n on n.oid = t.relnamespace
      where n.nspname = 'public'
        and t.relkind = 'r'
      """;
  private static final String LOG = "select (pg_current_wal_lsn() - '0/0'::pg_lsn)::bigint";

  Disk {
    bytes = Map.copyOf(bytes);
  }

  /// Tidies up and looks.
  ///
  /// @param owner of the database, not in a transaction
  static Disk tidied(Connection owner) throws SQLException {
    try (var statement = owner.createStatement()) {
      long log = log(owner);
      statement.execute("vacuum (analyze)");
      statement.execute("checkpoint");
      var bytes = new TreeMap<String, Long>();
      try (var row = statement.executeQuery(SIZES)) {
        while (row.next()) {
          bytes.put(row.getString(1), row.getLong(2));
        }
      }
      return new Disk(bytes, log);
    }
  }

  private static long log(Connection owner) throws SQLException {
    try (var statement = owner.createStatement();
        var row = statement.executeQuery(LOG)) {
      row.next();
      return row.getLong(1);
    }
  }

  /// Where the log of changes is now: from here on counts what comes, and not what tidying wrote.
  Disk from(Connection owner) throws SQLException {
    return new Disk(bytes, log(owner));
  }

  /// Tells by how much each grew since an earlier look, for each exchange.
  void tellSince(Disk before, long exchanges, PrintStream out) {
    var grown = new TreeMap<String, Long>();
    bytes.forEach((name, now) -> grown.put(name, now - before.bytes().getOrDefault(name, 0L)));
    long all = grown.values().stream().mapToLong(Long::longValue).sum();
    out.printf(
        Locale.ROOT, "de database groeide %.0f bytes per uitwisseling:%n", each(all, exchanges));
    grown.entrySet().stream()
        .filter(one -> each(one.getValue(), exchanges) >= 1)
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(
            one ->
                out.printf(
                    Locale.ROOT, "  %8.0f  %s%n", each(one.getValue(), exchanges), one.getKey()));
    long rest =
        grown.values().stream()
            .filter(one -> each(one, exchanges) < 1)
            .mapToLong(Long::longValue)
            .sum();
    out.printf(Locale.ROOT, "  %8.0f  al het andere samen%n", each(rest, exchanges));
    out.printf(
        Locale.ROOT,
        "in het logboek van wijzigingen (WAL) schreef zij %.0f bytes per uitwisseling%n",
        each(log - before.log(), exchanges));
  }

  private static double each(long bytes, long exchanges) {
    return (double) bytes / Math.max(1, exchanges);
  }
}
