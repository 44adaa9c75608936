package nl.sluis.gateway.vergelijking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import nl.sluis.gateway.vergelijking.Compared.One;

/// Holds an extract beside the rows of Sluis, by the number of the exchange. What it remembers is
/// bounded by the rows that are read. For one thread.
final class Comparison {
  private final Extract extract;
  private final Instant from;
  private final Instant until;
  private final Map<Extract.Key, Seen> seen = new LinkedHashMap<>();

  /// @param at when it was first, as far as was read
  /// @param place of that row
  private record Seen(Instant at, long place) {}

  /// @param from the first moment that is compared
  /// @param until the first moment after it
  Comparison(Extract extract, Instant from, Instant until) {
    this.extract = extract;
    this.from = from;
    this.until = until;
  }

  /// Takes a row of Sluis; rows around the time itself count as found, and are not missed.
  void see(Extract.Key key, Instant at, long place) {
    seen.merge(
        key,
        new Seen(at, place),
        (first, second) -> second.at().isBefore(first.at()) ? second : first);
  }

  /// What comes of it.
  ///
  /// @param path where the row at a place is read
  Compared result(LongFunction<String> path) {
    int both = 0;
    int outside = 0;
    var onlyOwn = new ArrayList<One>();
    var turned = new ArrayList<One>();
    for (var line : extract.lines().entrySet()) {
      var key = line.getKey();
      var there = seen.get(key);
      var other = seen.get(turned(key));
      if (there != null) {
        both++;
      } else if (!isWithin(line.getValue())) {
        outside++;
      } else if (other != null && !extract.lines().containsKey(turned(key))) {
        turned.add(one(key, line.getValue(), path.apply(other.place())));
      } else {
        onlyOwn.add(one(key, line.getValue(), ""));
      }
    }
    var onlySluis =
        seen.entrySet().stream()
            .filter(row -> isWithin(row.getValue().at()))
            .filter(row -> !extract.lines().containsKey(row.getKey()))
            .filter(row -> !extract.lines().containsKey(turned(row.getKey())))
            .map(row -> one(row.getKey(), row.getValue().at(), path.apply(row.getValue().place())))
            .toList();
    return new Compared(
        both,
        some(onlyOwn.stream()),
        onlyOwn.size(),
        some(onlySluis.stream()),
        onlySluis.size(),
        some(turned.stream()),
        turned.size(),
        outside,
        extract.faulty(),
        extract.unread());
  }

  private boolean isWithin(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }

  private static Extract.Key turned(Extract.Key key) {
    return new Extract.Key(key.transaction(), key.side() == Side.GAF ? Side.KREEG : Side.GAF);
  }

  private static One one(Extract.Key key, Instant at, String path) {
    return new One(key.transaction().toString(), at, key.side(), path);
  }

  private static List<One> some(Stream<One> all) {
    return all.sorted(Comparator.comparing(One::at)).limit(Compared.MOST).toList();
  }
}
