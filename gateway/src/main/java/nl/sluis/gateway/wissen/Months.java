package nl.sluis.gateway.wissen;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// How far the end of each month is, and the report of it.
///
/// May be shared between threads; every method runs in the transaction of its caller.
public final class Months {
  private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 50))";
  private static final String UP_TO =
      """
      select coalesce(max(tot), -1) from bewaarmaand
      where region = ? and maand = ? and stap = 'verantwoord'
      """;
  private static final String STEP =
      """
      insert into bewaarmaand (region, maand, stap, tot, op) values (?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String UNCLEARED =
      """
      select v.maand from bewaarmaand v
      where v.region = ? and v.stap = 'vernietigd'
        and not exists (
          select from bewaarmaand o
          where o.region = v.region and o.maand = v.maand and o.stap = 'opgeruimd')
      order by v.maand
      """;
  private static final String ABOUT =
      """
      select 1 from logbook_subject
      where region = ? and subject_id = any(?) and key_id = ? || '+betrokkene'
      limit 1
      """;
  private static final String TELL =
      "insert into bewaarverslag (region, maand, wat, naam, aantal, op) values (?, ?, ?, ?, ?, ?)";
  private static final String REPORT =
      """
      select maand, wat, naam, sum(aantal) from bewaarverslag
      where region = ?
      group by maand, wat, naam
      order by maand desc, wat, naam
      """;
  private static final String HELD =
      """
      select h.maand from bewaarmaand h
      where h.region = ? and h.stap = 'aangehouden'
        and not exists (
          select from bewaarmaand v
          where v.region = h.region and v.maand = h.maand and v.stap = 'vernietigd')
      group by h.maand
      order by h.maand
      """;

  private final String region;

  /// @param region whose logbook it is
  public Months(String region) {
    this.region = region;
  }

  /// Waits until nobody else works at this month, until the end of the transaction.
  void lock(Connection tx, String month) throws SQLException {
    try (var lock = tx.prepareStatement(LOCK)) {
      lock.setString(1, region + "\n" + month);
      lock.execute();
    }
  }

  /// Up to which row a month is accounted for; -1 when nothing is.
  long upTo(Connection tx, String month) throws SQLException {
    try (var select = tx.prepareStatement(UP_TO)) {
      select.setString(1, region);
      select.setString(2, month);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /// Puts a step on record.
  ///
  /// @return false when it was there already
  boolean step(Connection tx, String month, String step, long upTo, Instant at)
      throws SQLException {
    try (var insert = tx.prepareStatement(STEP)) {
      insert.setString(1, region);
      insert.setString(2, month);
      insert.setString(3, step);
      insert.setLong(4, upTo);
      insert.setObject(5, at.atOffset(ZoneOffset.UTC));
      return insert.executeUpdate() == 1;
    }
  }

  /// The months of which the key is gone and the way to their rows is not.
  List<String> uncleared(Connection tx) throws SQLException {
    return names(tx, UNCLEARED);
  }

  /// The months that are over and held up, for something in them must be kept.
  public List<String> held(Connection tx) throws SQLException {
    return names(tx, HELD);
  }

  private List<String> names(Connection tx, String sql) throws SQLException {
    var names = new ArrayList<String>();
    try (var select = tx.prepareStatement(sql)) {
      select.setString(1, region);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          names.add(row.getString(1));
        }
      }
    }
    return names;
  }

  /// Is any row of this month about one of these persons?
  boolean isAbout(Connection tx, String month, Set<UUID> persons) throws SQLException {
    try (var select = tx.prepareStatement(ABOUT)) {
      select.setString(1, region);
      select.setArray(2, tx.createArrayOf("uuid", persons.toArray()));
      select.setString(3, month);
      try (var row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /// Adds to the report.
  ///
  /// @param month such as `bewaar-203111` for rows, or the month in which tables were cleared
  /// @param what `rij` or `tabel`
  /// @param counts by kind or by table; nothing is said of none
  void tell(Connection tx, String month, String what, Map<String, Integer> counts, Instant at)
      throws SQLException {
    try (var insert = tx.prepareStatement(TELL)) {
      for (var count : counts.entrySet()) {
        if (count.getValue() > 0) {
          insert.setString(1, region);
          insert.setString(2, month);
          insert.setString(3, what);
          insert.setString(4, count.getKey());
          insert.setInt(5, count.getValue());
          insert.setObject(6, at.atOffset(ZoneOffset.UTC));
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  /// What came to its end, newest month first: how many rows of each kind, how many of each table.
  /// Numbers only; never who.
  public SortedMap<String, SortedMap<String, Long>> report(Connection tx) throws SQLException {
    var report = new TreeMap<String, SortedMap<String, Long>>(java.util.Comparator.reverseOrder());
    try (var select = tx.prepareStatement(REPORT)) {
      select.setString(1, region);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          report
              .computeIfAbsent(row.getString(1), _ -> new TreeMap<>())
              .put(row.getString(2) + " " + row.getString(3), row.getLong(4));
        }
      }
    }
    return report;
  }
}
