package nl.sluis.gateway.bereik;

import java.time.Instant;
import java.time.LocalDate;
import nl.sluis.policies.terms.Age;

/// Between which hours mails go, and at which minute of them to whom.
///
/// Everybody has a minute of the day of their own, the same each day: when a mail comes says
/// nothing of when something happened, and who reads a mailbox along cannot lay the two side by
/// side. Immutable.
///
/// @param from the first hour, in the Netherlands
/// @param until the hour at which no more mail goes
public record Hours(int from, int until) {
  /// When people are up and offices are open.
  public static final Hours OFFICE = new Hours(9, 17);

  private static final int MINUTES = 60;

  /// Refuses hours that wake people.
  public Hours {
    if (from < 7 || until > 21 || until <= from) {
      throw new IllegalArgumentException(
          "`mensen.post` gaat tussen 7 en 21 uur uit, en niet andersom");
    }
  }

  /// The first minute of the hours, counted from midnight.
  int first() {
    return from * MINUTES;
  }

  /// How many minutes the hours have.
  int length() {
    return (until - from) * MINUTES;
  }

  /// What minute of the day it is; a code for who waits goes at any of them.
  static int minute(Instant at) {
    return at.atZone(Age.CALENDAR).toLocalTime().toSecondOfDay() / MINUTES;
  }

  /// Does mail go now?
  boolean isOpen(Instant at) {
    int minute = minute(at);
    return minute >= first() && minute < first() + length();
  }

  /// The day on which this is.
  static LocalDate day(Instant at) {
    return at.atZone(Age.CALENDAR).toLocalDate();
  }
}
