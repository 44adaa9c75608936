package nl.sluis.gateway.maandoverzicht;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import nl.sluis.policies.terms.Age;

/// What a commitment is about: a calendar month in Europe/Amsterdam, or that month up to a moment.
/// Immutable.
///
/// @param month which
/// @param until up to when the logbook was read
record Period(YearMonth month, Instant until) {
  /// The whole of a month.
  static Period whole(YearMonth month) {
    return new Period(month, end(month));
  }

  /// This month as far as it goes at this moment; whole when it is over.
  static Period of(YearMonth month, Instant now) {
    var end = end(month);
    var until = now.truncatedTo(ChronoUnit.MILLIS);
    return new Period(month, until.isBefore(end) ? until : end);
  }

  /// Is it all of the month?
  boolean isWhole() {
    return until.equals(end(month));
  }

  private static Instant end(YearMonth month) {
    return month.plusMonths(1).atDay(1).atStartOfDay(Age.CALENDAR).toInstant();
  }
}
