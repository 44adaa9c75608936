package nl.sluis.gateway.inzicht;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.LogReader;

/// Finds the rows about a child around a day, although no table says when a row was written.
///
/// Rows stand in the order in which they were written, so a day is found by halving; each step
/// opens one row. May be shared between threads.
final class RowWindow {
  /// How many rows are read at once.
  static final int CHUNK = 200;

  /// Two gateways may differ this much about the time.
  static final Duration SKEW = Duration.ofMinutes(2);

  /// How far one looks for a row that can still be opened.
  private static final int NEAR = 50;

  private final LogReader reader;

  RowWindow(LogReader reader) {
    this.reader = reader;
  }

  /// The place below which every row about this child is from before this instant, but for the
  /// clocks of gateways.
  ///
  /// As many rows are opened for one child as for another, whatever there is: by how large the
  /// whole logbook is, and not at all when this instant is still to come.
  long below(Connection tx, UUID subject, Instant end, Instant now) throws SQLException {
    var until = end.plus(SKEW);
    if (until.isAfter(now)) {
      return Long.MAX_VALUE;
    }
    long low = 0;
    long high = reader.size(tx);
    for (long left = high; left > 0; left /= 2) {
      long middle = low + (high - low) / 2;
      var row = nearest(tx, subject, middle + 1);
      if (row.isEmpty() || at(row.get()).isBefore(until)) {
        low = Math.min(middle + 1, high);
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The next rows below this place, the newest first; none when there are no more.
  List<LogReader.Row> next(Connection tx, UUID subject, long before) throws SQLException {
    return reader.about(tx, subject, before, CHUNK);
  }

  /// The row at this place; empty when it is not about this child.
  Optional<LogReader.Row> at(Connection tx, UUID subject, long index) throws SQLException {
    return index == Long.MAX_VALUE
        ? Optional.empty()
        : reader.about(tx, subject, index + 1, 1).stream()
            .filter(row -> row.index() == index)
            .findFirst();
  }

  private Optional<LogReader.Row> nearest(Connection tx, UUID subject, long before)
      throws SQLException {
    var row = reader.about(tx, subject, before, 1).stream().findFirst();
    return row.isPresent() ? row : reader.about(tx, subject, before, NEAR).stream().findFirst();
  }

  /// When this row was written.
  static Instant at(LogReader.Row row) {
    return Instant.parse(row.detail().path(Entry.TIME).asText());
  }
}
