package nl.sluis.gateway.aflevering;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How long is waited before a parcel is tried again: twice as long each time, from a second to a
/// quarter of an hour, and never at the same moment as all others. Pure but for chance; may be
/// shared between threads as far as its source of chance may.
final class Backoff {
  /// How often it is tried; with the waiting in between about a day.
  static final int MOST = 120;

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int DOUBLINGS = 10;

  private final RandomGenerator random;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /// How long to wait now: between half of the time and all of it.
  ///
  /// @param failures how often it failed, this time included
  /// @param asked how long the receiver asks to wait; more than a quarter of an hour is not heard
  Duration after(int failures, Optional<Duration> asked) {
    var doubled = FIRST.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), DOUBLINGS));
    var whole = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    var half = whole.dividedBy(2);
    var own = half.plusMillis(random.nextLong(half.toMillis() + 1));
    return asked
        .filter(wish -> wish.compareTo(own) > 0)
        .map(wish -> wish.compareTo(LONGEST) > 0 ? LONGEST : wish)
        .orElse(own);
  }

  /// Was it tried often enough?
  static boolean isOver(int failures) {
    return failures >= MOST;
  }
}
