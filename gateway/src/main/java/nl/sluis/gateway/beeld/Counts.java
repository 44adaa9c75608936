package nl.sluis.gateway.beeld;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import nl.sluis.gateway.beeld.Pictures.Cell;
import nl.sluis.gateway.beeld.Pictures.NotPassed;
import nl.sluis.gateway.beeld.Pictures.Volume;
import nl.sluis.gateway.normen.Progress;
import nl.sluis.policies.terms.Oin;

/// What was counted of one organisation, added up once until [Tally] counts on: nothing else
/// changes a count, so what is kept is never other than what would be read.
///
/// Holds one set of sums for each organisation that has an officer. May be shared between threads.
final class Counts {
  private final Pictures pictures;
  private final Progress counted;
  private final ConcurrentMap<Oin, Sums> kept = new ConcurrentHashMap<>();

  /// @param pictures reads them
  Counts(String region, Pictures pictures) {
    this.pictures = pictures;
    this.counted = new Progress(region, Tally.WHAT);
  }

  /// All there is of one organisation.
  ///
  /// @param until before which row everything is counted
  /// @param since the first day of the oldest month
  record Sums(
      long until,
      LocalDate since,
      Map<Cell, Long> overTime,
      Map<NotPassed, Long> refused,
      Map<Oin, Volume> circle,
      Map<Waited, Long> lasted) {}

  /// Of this organisation, as it is counted now.
  Sums of(Connection connection, Oin own, Instant now) throws SQLException {
    // Before what was counted: what is counted meanwhile is then read once more, and never missed.
    long until = counted.next(connection);
    var since = Pictures.since(now);
    var known = kept.get(own);
    if (known != null && known.until() == until && known.since().equals(since)) {
      return known;
    }
    var sums =
        new Sums(
            until,
            since,
            pictures.overTime(connection, own, now),
            pictures.refused(connection, own, now),
            pictures.circle(connection, own, now),
            pictures.lasted(connection, own, now));
    kept.put(own, sums);
    return sums;
  }
}
