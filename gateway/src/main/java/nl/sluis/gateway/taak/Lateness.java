package nl.sluis.gateway.taak;

import java.time.Duration;
import java.time.Instant;

/// By how much something that had to be done is late.
public final class Lateness {
  private Lateness() {}

  /// By how many days, or parts of one; 0 until that moment, 1 from the first moment after it.
  ///
  /// @param due when it had to be done at the latest
  /// @param until when it was done, or now
  public static long days(Instant due, Instant until) {
    return until.isAfter(due) ? Duration.between(due, until).toDays() + 1 : 0;
  }
}
