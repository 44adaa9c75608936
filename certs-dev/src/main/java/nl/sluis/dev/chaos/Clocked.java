package nl.sluis.dev.chaos;

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/// How long messages were on their way, each from the moment at which it was planned. May be shared
/// between threads.
final class Clocked {
  private final Queue<Trip> trips = new ConcurrentLinkedQueue<>();

  /// How far a message came.
  enum Way {
    /// Until its sender heard that it was let through.
    ACCEPTED("aangenomen"),
    /// Until it was at the door of its receiver.
    BROUGHT("gebracht"),
    /// Until its receiver, who waits in its postbus, held it.
    FETCHED("gehaald");

    private final String word;

    Way(String word) {
      this.word = word;
    }

    /// As the table names it.
    String word() {
      return word;
    }
  }

  /// One message.
  ///
  /// @param planned when it was to be sent, on the clock of [System#nanoTime]
  record Trip(Way way, long planned, long nanos) {}

  /// Something that lasted, on the clock of [System#nanoTime].
  record Span(long from, long until) {
    boolean holds(long moment) {
      return from <= moment && moment < until;
    }
  }

  void arrived(Way way, long planned, long at) {
    trips.add(new Trip(way, planned, at - planned));
  }

  /// What came of the trips that were planned in this time.
  Figures of(Way way, Span stretch) {
    return of(trip -> trip.way() == way && stretch.holds(trip.planned()));
  }

  /// The same without those planned in one of these times.
  Figures outside(Way way, Span stretch, List<Span> without) {
    return of(
        trip ->
            trip.way() == way
                && stretch.holds(trip.planned())
                && without.stream().noneMatch(span -> span.holds(trip.planned())));
  }

  private Figures of(Predicate<Trip> which) {
    var nanos = trips.stream().filter(which).mapToLong(Trip::nanos).sorted().toArray();
    return new Figures(nanos.length, at(nanos, 50), at(nanos, 99), at(nanos, 100));
  }

  private static double at(long[] sorted, int percent) {
    if (sorted.length == 0) {
      return 0;
    }
    int place = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
    return Arrays.stream(sorted).skip(Math.max(0, place)).findFirst().orElse(0) / 1e6;
  }

  /// How long trips took, in milliseconds.
  record Figures(int count, double p50, double p99, double longest) {
    /// How many times as long as in this other time; 0 when there is nothing to compare.
    double times(Figures other) {
      return other.p99() == 0 ? 0 : p99 / other.p99();
    }
  }
}
