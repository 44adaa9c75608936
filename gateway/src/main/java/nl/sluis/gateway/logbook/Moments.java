package nl.sluis.gateway.logbook;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentSkipListMap;

/// When some of the rows were written, as far as somebody looked: by it the place of a day is
/// sought between two rows that are known, and not in the whole logbook.
///
/// A row never changes its place or its time, so nothing here grows old. Of whom a row is does not
/// stand here. Holds no more than [#MOST]; thread-safe.
final class Moments {
  /// So many lie five thousand rows apart in ten million; to walk along them costs less than one
  /// question to the database.
  private static final int MOST = 2_048;

  private final ConcurrentSkipListMap<Long, Instant> known = new ConcurrentSkipListMap<>();

  /// Notes when the row at this place was written.
  void seen(long index, Instant at) {
    if (known.size() < MOST) {
      known.put(index, at);
    }
  }

  /// A place below which every row is from before this instant, but for the clocks of gateways; 0
  /// when no such row is known.
  long below(Instant end) {
    long below = 0;
    for (Map.Entry<Long, Instant> row : known.entrySet()) {
      if (!row.getValue().isBefore(end)) {
        break;
      }
      below = row.getKey() + 1;
    }
    return below;
  }

  /// The first known place at which a row is not from before this instant; empty when none is
  /// known.
  OptionalLong above(Instant end) {
    return known.entrySet().stream()
        .filter(row -> !row.getValue().isBefore(end))
        .mapToLong(Map.Entry::getKey)
        .findFirst();
  }
}
