package nl.sluis.gateway.signaal;

import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.toezicht.Kept.Count;
import nl.sluis.policies.toezicht.Kept.Raised;
import nl.sluis.policies.toezicht.Kept.Seconds;

/// Counts by day what one organisation had to do and what became of it. Never of another.
///
/// May be shared between threads; it works on the caller's connection.
final class KeptTable {
  private static final String ZONE = Age.CALENDAR.getId();

  private static final String TASKS =
      """
      select (uiterlijk at time zone ?)::date as dag,
        count(*),
        count(*) filter (where stand = 'afgehandeld' and afgehandeld_op <= uiterlijk),
        count(*) filter (where stand <> 'afgehandeld' and uiterlijk > ?)
      from taak
      where region = ? and organisatie = ? and uiterlijk >= ? and uiterlijk < ?
      group by dag
      """;
  private static final String SECONDS =
      """
      select (v.op at time zone ?)::date as dag,
        count(*),
        count(*) filter (where b.besluit = 'bevestigd'),
        count(*) filter (where b.besluit = 'teruggegeven'),
        count(*) filter (where b.besluit is null and v.uiterlijk <= ?)
      from sluitvoorstel v
      left join sluitvoorstel_besluit b on b.region = v.region and b.voorstel = v.id
      where v.region = ? and v.organisatie = ? and v.op >= ? and v.op < ?
      group by dag
      """;
  private static final String SIGNALS =
      """
      select (s.gevonden_op at time zone ?)::date as dag, (g.op at time zone ?)::date as dicht,
        s.beleid, count(*)
      from signaal s
      left join signaal_gesloten g on g.region = s.region and g.signaal = s.id
      where s.region = ? and s.organisatie = ? and s.gevonden_op >= ? and s.gevonden_op < ?
      group by dag, dicht, s.beleid
      """;

  private final String region;

  KeptTable(String region) {
    this.region = region;
  }

  /// The tasks that are due in these days, by the day on which they are.
  Map<LocalDate, Count> tasks(
      Connection tx, Oin organisation, LocalDate from, LocalDate end, Instant now)
      throws SQLException {
    var found = new HashMap<LocalDate, Count>();
    try (var select = tx.prepareStatement(TASKS)) {
      select.setString(1, ZONE);
      select.setObject(2, now.atOffset(ZoneOffset.UTC));
      select.setString(3, region);
      select.setString(4, organisation.value());
      select.setObject(5, start(from));
      select.setObject(6, start(end));
      try (var row = select.executeQuery()) {
        while (row.next()) {
          int all = row.getInt(2);
          int inTime = row.getInt(3);
          int open = row.getInt(4);
          found.put(day(row, 1), new Count(all, inTime, all - inTime - open, open));
        }
      }
    }
    return found;
  }

  /// What was proposed on these days, by day.
  Map<LocalDate, Seconds> seconds(
      Connection tx, Oin organisation, LocalDate from, LocalDate end, Instant now)
      throws SQLException {
    var found = new HashMap<LocalDate, Seconds>();
    try (var select = tx.prepareStatement(SECONDS)) {
      select.setString(1, ZONE);
      select.setObject(2, now.atOffset(ZoneOffset.UTC));
      select.setString(3, region);
      select.setString(4, organisation.value());
      select.setObject(5, start(from));
      select.setObject(6, start(end));
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.put(
              day(row, 1), new Seconds(row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)));
        }
      }
    }
    return found;
  }

  /// The signals that came up on these days.
  List<Raised> signals(Connection tx, Oin organisation, LocalDate from, LocalDate end)
      throws SQLException {
    var found = new ArrayList<Raised>();
    try (var select = tx.prepareStatement(SIGNALS)) {
      select.setString(1, ZONE);
      select.setString(2, ZONE);
      select.setString(3, region);
      select.setString(4, organisation.value());
      select.setObject(5, start(from));
      select.setObject(6, start(end));
      try (var row = select.executeQuery()) {
        while (row.next()) {
          var closed = Optional.ofNullable(row.getDate(2)).map(Date::toLocalDate);
          found.add(new Raised(day(row, 1), closed, row.getString(3), row.getInt(4)));
        }
      }
    }
    return found;
  }

  private static LocalDate day(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  private static Object start(LocalDate day) {
    return day.atStartOfDay(Age.CALENDAR).toOffsetDateTime();
  }
}
