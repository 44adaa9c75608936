package nl.sluis.policies.convenant;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// A stretch of days in which something holds, by the calendar of Europe/Amsterdam.
///
/// @param first the first day
/// @param end the first day on which it does not hold any more; empty when no end is known
public record Days(LocalDate first, Optional<LocalDate> end) {
  /// From this day on, without a known end.
  public static Days from(LocalDate first) {
    return new Days(first, Optional.empty());
  }

  /// Do the two have a day in common?
  public boolean overlap(Days other) {
    return end.filter(e -> !other.first.isBefore(e)).isEmpty()
        && other.end.filter(e -> !first.isBefore(e)).isEmpty();
  }

  /// The days that both have; empty when there are none.
  public Optional<Days> and(Days other) {
    if (!overlap(other)) {
      return Optional.empty();
    }
    var latest = first.isAfter(other.first) ? first : other.first;
    var ends = Stream.of(end, other.end).flatMap(Optional::stream).min(Comparator.naturalOrder());
    return Optional.of(new Days(latest, ends));
  }

  /// Is this one of the days?
  public boolean hold(LocalDate day) {
    return !day.isBefore(first) && (end.isEmpty() || day.isBefore(end.get()));
  }
}
