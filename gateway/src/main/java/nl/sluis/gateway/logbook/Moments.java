package nl.sluis.gateway.logbook;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentSkipListMap;

/// When some of the rows were written, as far as somebody looked: by it the place of a day is
/// sought between two rows that are known, and not in the whole logbook.
///
/// A row never changes its place or its time, so nothing here grows old. Of whom a row is does not
/// stand here. Knows no more than [#MOST] instants; thread-safe.
final class Moments {
  /// So many lie six hundred rows apart in ten million.
  private static final int MOST = 16_384;

  private final ConcurrentSkipListMap<Instant, Ends> known = new ConcurrentSkipListMap<>();

  /// The first and the last known row of one instant.
  private record Ends(long first, long last) {
    Ends with(Ends other) {
      return new Ends(Math.min(first, other.first), Math.max(last, other.last));
    }
  }

  /// Notes when the row at this place was written.
  void seen(long index, Instant at) {
    if (known.size() < MOST || known.containsKey(at)) {
      known.merge(at, new Ends(index, index), Ends::with);
    }
  }

  /// A place below which every row is from before this instant, but for the clocks of gateways; 0
  /// when no such row is known.
  long below(Instant end) {
    var before = known.lowerEntry(end);
    return before == null ? 0 : before.getValue().last() + 1;
  }

  /// The first known place at which a row is not from before this instant; empty when none is
  /// known.
  OptionalLong above(Instant end) {
    var after = known.ceilingEntry(end);
    return after == null ? OptionalLong.empty() : OptionalLong.of(after.getValue().first());
  }
}
