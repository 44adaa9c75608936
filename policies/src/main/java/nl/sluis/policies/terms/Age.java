package nl.sluis.policies.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/// Whole years lived, by the calendar of Europe/Amsterdam.
///
/// Someone born on 29 February turns a year older on 1 March in a common year.
///
/// @param years whole years, zero or more
public record Age(int years) {
  /// The calendar by which birthdays, terms and working days are counted.
  public static final ZoneId CALENDAR = ZoneId.of("Europe/Amsterdam");

  /// @throws IllegalArgumentException when negative
  public Age {
    if (years < 0) {
      throw new IllegalArgumentException("an age is not negative");
    }
  }

  /// The age of someone born on this date, at this instant; zero for a birth in the future.
  public static Age at(LocalDate birth, Instant instant) {
    return new Age(
        Math.max(0, Period.between(birth, instant.atZone(CALENDAR).toLocalDate()).getYears()));
  }

  /// Younger than this many years?
  public boolean isBelow(int other) {
    return years < other;
  }
}
