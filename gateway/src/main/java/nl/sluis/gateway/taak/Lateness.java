package nl.sluis.gateway.taak;

import java.time.Duration;
import java.time.Instant;

/// By how much something that had to be done is late.
public final class Lateness {
  private Lateness() {}

  /// By how many days, or parts of one; 0 before that moment, 1 from that moment on.
  ///
  /// @param due before when it had to be done
  /// @param until when it was done, or now
  public static long days(Instant due, Instant until) {
    return due.isAfter(until) ? 0 : Duration.between(due, until).toDays() + 1;
  }
}
