package nl.sluis.gateway.bedrijf;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import nl.sluis.gateway.aflevering.Backlog;
import nl.sluis.gateway.aflevering.Stand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How the database stands, as an operator sees it: how large the logbook is and how fast it grows,
/// whether everything is signed, how long the oldest parcel of each receiver waits, how far what is
/// brought came, and when a month is cleared next (lessons 2 and 9).
///
/// Looked at once a minute at most, whoever asks, and never for longer than two seconds.
/// Thread-safe.
public final class Standing {
  private static final Logger LOG = LoggerFactory.getLogger(Standing.class);
  private static final Duration FRESH = Duration.ofSeconds(60);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration SAMPLE = Duration.ofHours(1);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");

  private static final String SLOW = "set local statement_timeout = 2000";
  private static final String LOGBOOK =
      """
      select h.size,
        h.size - coalesce((select max(c.size) from checkpoint c where c.region = h.region), 0),
        (select coalesce(sum(pg_total_relation_size(i.inhrelid)), 0)
         from pg_inherits i where i.inhparent = 'logbook_row'::regclass),
        (select max(t.tijd) from tijdstempel t where t.region = h.region)
      from logbook_head h
      where h.region = ?
      """;
  private static final String POSTBUS =
      """
      select receiver_oin, min(accepted_at) from parcel
      where region = ? and state in ('wacht', 'uitgereikt')
      group by receiver_oin
      order by receiver_oin
      limit 1000
      """;
  private static final String NEXT =
      """
      select min(right(c.relname, 6))
      from pg_inherits i
      join pg_class c on c.oid = i.inhrelid
      where i.inhparent = 'logbook_row'::regclass
        and not exists (
          select from bewaarmaand b
          where b.region = ? and b.maand = 'bewaar-' || right(c.relname, 6) and b.stap = 'opgeruimd')
      """;

  private final DataSource database;
  private final String region;
  private final Backlog backlog;
  private final InstantSource clock;
  private final Deque<Sample> samples = new ArrayDeque<>();
  private Found found = Found.NOTHING;
  private boolean looked;
  private long lastLook;
  private Instant unsignedSince = Instant.MAX;

  private record Sample(Instant at, long bytes) {}

  /// What was found.
  ///
  /// @param at when
  /// @param rows of the logbook
  /// @param bytes of the logbook on the disk of the database
  /// @param unsigned rows that no checkpoint holds yet
  /// @param stamp when the newest timestamp was set; empty when there is none
  /// @param oldest by receiver, since when its oldest parcel waits
  /// @param brought how many parcels stand where of those that are brought and did not arrive, of
  ///   all receivers together
  /// @param clears when the next month may be cleared; empty when there is none
  public record Found(
      Instant at,
      long rows,
      long bytes,
      long unsigned,
      Optional<Instant> stamp,
      Map<String, Instant> oldest,
      Map<Stand, Long> brought,
      Optional<Instant> clears) {
    static final Found NOTHING =
        new Found(Instant.MIN, 0, 0, 0, Optional.empty(), Map.of(), Map.of(), Optional.empty());

    /// Copies its maps.
    public Found {
      oldest = Map.copyOf(oldest);
      brought = Map.copyOf(brought);
    }
  }

  /// @param database connections that may read
  public Standing(DataSource database, String region, InstantSource clock) {
    this.database = database;
    this.region = region;
    this.backlog = new Backlog(region);
    this.clock = clock;
  }

  /// What was found last, no older than a minute unless the database does not answer.
  public synchronized Found now() {
    if (!looked || System.nanoTime() - lastLook > FRESH.toNanos()) {
      looked = true;
      lastLook = System.nanoTime();
      look(clock.instant());
    }
    return found;
  }

  /// For how many seconds a row has been waiting for its checkpoint; 0 when none does.
  public synchronized long unsignedSeconds() {
    var _ = now();
    var waits = Duration.between(unsignedSince, clock.instant());
    return unsignedSince.equals(Instant.MAX) ? 0 : Math.max(0, waits.toSeconds());
  }

  /// How many bytes the logbook grows in a day, by the last day that this gateway saw; 0 in the
  /// first minutes.
  public synchronized double growth() {
    var _ = now();
    if (samples.size() < 2) {
      return 0;
    }
    var first = samples.getFirst();
    var last = samples.getLast();
    double days = Duration.between(first.at(), last.at()).toMillis() / (double) DAY.toMillis();
    return days <= 0 ? 0 : (last.bytes() - first.bytes()) / days;
  }

  private void look(Instant at) {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (var slow = connection.createStatement()) {
        slow.execute(SLOW);
        found = read(connection, at);
        keep(found);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      LOG.debug("the standing of the database was not read: sqlstate {}", e.getSQLState());
    }
  }

  private void keep(Found found) {
    if (found.unsigned() <= 0) {
      unsignedSince = Instant.MAX;
    } else if (unsignedSince.equals(Instant.MAX)) {
      unsignedSince = found.at();
    }
    // The newest is always there; the ones before it are an hour apart, and a day at most.
    var newest = new Sample(found.at(), found.bytes());
    if (samples.size() > 1) {
      var last = samples.removeLast();
      if (!samples.getLast().at().plus(SAMPLE).isAfter(last.at())) {
        samples.addLast(last);
      }
    }
    samples.addLast(newest);
    while (samples.size() > 2 && samples.getFirst().at().plus(DAY).isBefore(found.at())) {
      samples.removeFirst();
    }
  }

  private Found read(Connection tx, Instant at) throws SQLException {
    try (var select = tx.prepareStatement(LOGBOOK)) {
      select.setString(1, region);
      try (var row = select.executeQuery()) {
        if (!row.next()) {
          return new Found(
              at, 0, 0, 0, Optional.empty(), oldest(tx), brought(tx), Optional.empty());
        }
        var stamp = Optional.ofNullable(row.getTimestamp(4)).map(Timestamp::toInstant);
        return new Found(
            at,
            row.getLong(1),
            row.getLong(3),
            row.getLong(2),
            stamp,
            oldest(tx),
            brought(tx),
            clears(tx));
      }
    }
  }

  private Map<String, Instant> oldest(Connection tx) throws SQLException {
    var oldest = new LinkedHashMap<String, Instant>();
    try (var select = tx.prepareStatement(POSTBUS)) {
      select.setString(1, region);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          oldest.put(rows.getString(1), rows.getTimestamp(2).toInstant());
        }
      }
    }
    return oldest;
  }

  private Map<Stand, Long> brought(Connection tx) throws SQLException {
    var brought = new EnumMap<Stand, Long>(Stand.class);
    for (var count : backlog.counts(tx)) {
      brought.merge(count.stand(), count.parcels(), Long::sum);
    }
    return brought;
  }

  private Optional<Instant> clears(Connection tx) throws SQLException {
    try (var select = tx.prepareStatement(NEXT)) {
      select.setString(1, region);
      try (var row = select.executeQuery()) {
        row.next();
        return Optional.ofNullable(row.getString(1))
            .map(month -> YearMonth.parse(month, MONTH).plusMonths(1).atDay(1))
            .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
      }
    }
  }
}
