package nl.sluis.gateway.beeld;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;

/// Reads what one organisation did in the last twelve months and this one, as counts: only rows in
/// which it takes part itself, by what [Tally] counted.
///
/// May be shared between threads; each call works on the caller's connection.
final class Pictures {
  /// How many months a picture shows, this one included.
  static final int MONTHS = 13;

  /// What it gave and what it got stand apart, so that each way an index leads to it.
  private static final String OVER_TIME =
      """
      select to_char(maand, 'YYYY-MM'), doel, baan, sum(aantal)
      from (
        select maand, doel, baan, aantal from telling
        where region = ? and van_oin = ? and maand >= ? and soort = 'verstrekt'
        union all
        select maand, doel, baan, aantal from telling
        where region = ? and aan_oin = ? and van_oin <> ? and maand >= ? and soort = 'verstrekt') t
      group by 1, 2, 3
      """;

  private static final String REFUSED =
      """
      select soort, woord, sum(aantal) from telling
      where region = ? and van_oin = ? and maand >= ? and soort in ('geweigerd', 'aangehouden')
      group by 1, 2
      order by 3 desc, 1, 2
      """;
  private static final String CIRCLE =
      """
      select met, sum(gaf), sum(kreeg)
      from (
        select aan_oin as met, aantal as gaf, 0 as kreeg from telling
        where region = ? and van_oin = ? and maand >= ? and soort = 'verstrekt'
        union all
        select van_oin, 0, aantal from telling
        where region = ? and aan_oin = ? and van_oin <> ? and maand >= ? and soort = 'verstrekt') t
      group by 1
      order by sum(gaf) + sum(kreeg) desc, 1
      """;
  private static final String LASTED =
      """
      select woord, sum(aantal) from telling
      where region = ? and aan_oin = ? and maand >= ? and soort = 'duur'
      group by 1
      """;
  private static final String WAITING =
      """
      select accepted_at from parcel
      where region = ? and receiver_oin = ? and state in ('wacht', 'uitgereikt')
      limit 100000
      """;
  private static final String OPEN =
      """
      select t.uiterlijk from taak t
      where t.region = ? and t.organisatie = ? and t.stand <> 'afgehandeld' and t.soort = ?
      limit 100000
      """;

  private final String region;

  Pictures(String region) {
    this.region = region;
  }

  /// How often something was handed over.
  ///
  /// @param month such as `2026-09`
  /// @param purpose its code
  /// @param lane its code
  record Cell(String month, String purpose, String lane) implements Comparable<Cell> {
    @Override
    public int compareTo(Cell other) {
      return toString().compareTo(other.toString());
    }
  }

  /// Something that did not pass.
  ///
  /// @param held whether the sender could supply what was missing
  /// @param reason the first reason, as it stands in the row
  record NotPassed(boolean held, String reason) {}

  /// How much went to and fro with one other organisation.
  ///
  /// @param gave by the own organisation to it
  /// @param got by the own organisation from it
  record Volume(long gave, long got) {}

  /// The first day of the oldest month that is shown.
  static LocalDate since(Instant now) {
    return YearMonth.from(now.atZone(Age.CALENDAR)).minusMonths(MONTHS - 1L).atDay(1);
  }

  /// What went to and fro, by month, purpose and lane.
  Map<Cell, Long> overTime(Connection connection, Oin own, Instant now) throws SQLException {
    var counts = new TreeMap<Cell, Long>();
    try (var select = connection.prepareStatement(OVER_TIME)) {
      both(select, own, now);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          counts.put(
              new Cell(row.getString(1), row.getString(2), row.getString(3)), row.getLong(4));
        }
      }
    }
    return counts;
  }

  /// What the organisation sent that did not pass, the most frequent first.
  Map<NotPassed, Long> refused(Connection connection, Oin own, Instant now) throws SQLException {
    var counts = new LinkedHashMap<NotPassed, Long>();
    try (var select = connection.prepareStatement(REFUSED)) {
      from(select, own, now);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          counts.put(
              new NotPassed(row.getString(1).equals("aangehouden"), row.getString(2)),
              row.getLong(3));
        }
      }
    }
    return counts;
  }

  /// The organisations with which it exchanged something, the busiest first.
  Map<Oin, Volume> circle(Connection connection, Oin own, Instant now) throws SQLException {
    var volumes = new LinkedHashMap<Oin, Volume>();
    try (var select = connection.prepareStatement(CIRCLE)) {
      both(select, own, now);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          volumes.put(new Oin(row.getString(1)), new Volume(row.getLong(2), row.getLong(3)));
        }
      }
    }
    return volumes;
  }

  /// How long what it got had lain before it took it.
  Map<Waited, Long> lasted(Connection connection, Oin own, Instant now) throws SQLException {
    var counts = new EnumMap<Waited, Long>(Waited.class);
    try (var select = connection.prepareStatement(LASTED)) {
      from(select, own, now);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          for (var waited : Waited.values()) {
            if (waited.word().equals(row.getString(1))) {
              counts.put(waited, row.getLong(2));
            }
          }
        }
      }
    }
    return counts;
  }

  /// How long what waits for it now has lain.
  Map<Waited, Long> waiting(Connection connection, Oin own, Instant now) throws SQLException {
    var counts = new EnumMap<Waited, Long>(Waited.class);
    try (var select = connection.prepareStatement(WAITING)) {
      select.setString(1, region);
      select.setString(2, own.value());
      try (var row = select.executeQuery()) {
        while (row.next()) {
          var since = row.getObject(1, OffsetDateTime.class).toInstant();
          counts.merge(Waited.of(Duration.between(since, now)), 1L, Long::sum);
        }
      }
    }
    return counts;
  }

  /// How it is with the term of each override of the organisation that nobody judged yet, by the
  /// task that a verdict alone ends.
  Map<Left, Long> overrides(Connection connection, Oin own, Instant now) throws SQLException {
    var counts = new EnumMap<Left, Long>(Left.class);
    try (var select = connection.prepareStatement(OPEN)) {
      select.setString(1, region);
      select.setString(2, own.value());
      select.setString(3, TaskKind.LOOK_BACK.code());
      try (var row = select.executeQuery()) {
        while (row.next()) {
          var term = row.getObject(1, OffsetDateTime.class).toInstant();
          counts.merge(Left.of(Duration.between(now, term)), 1L, Long::sum);
        }
      }
    }
    return counts;
  }

  private void from(PreparedStatement select, Oin own, Instant now) throws SQLException {
    select.setString(1, region);
    select.setString(2, own.value());
    select.setObject(3, since(now));
  }

  private void both(PreparedStatement select, Oin own, Instant now) throws SQLException {
    from(select, own, now);
    select.setString(4, region);
    select.setString(5, own.value());
    select.setString(6, own.value());
    select.setObject(7, since(now));
  }
}
