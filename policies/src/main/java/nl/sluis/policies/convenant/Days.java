package nl.sluis.policies.convenant;

import java.time.LocalDate;
import java.util.Optional;

/// A stretch of days in which something holds, by the calendar of Europe/Amsterdam.
///
/// @param first the first day
/// @param end the first day on which it does not hold any more; empty when no end is known
public record Days(LocalDate first, Optional<LocalDate> end) {
  /// From this day on, without a known end.
  public static Days from(LocalDate first) {
    return new Days(first, Optional.empty());
  }

  /// Is this one of the days?
  public boolean hold(LocalDate day) {
    return !day.isBefore(first) && (end.isEmpty() || day.isBefore(end.get()));
  }
}
