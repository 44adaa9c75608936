package nl.sluis.gateway.postbus;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import nl.sluis.policies.convenant.Holiday;
import nl.sluis.policies.terms.Age;

/// Counts in Dutch working days: no weekends, no public holidays, no school holidays (design
/// 10.10).
public final class Term {
  private static final Duration REMINDER = Duration.ofHours(24);

  private Term() {}

  /// When a receiver that has not come yet is reminded.
  public static Instant reminderAfter(Instant accepted) {
    return accepted.plus(REMINDER);
  }

  /// The end of the last working day of a term that begins the day after.
  ///
  /// @param holidays the school holidays of the region, as the convenant names them
  public static Instant dueAfter(Instant accepted, int workingDays, List<Holiday> holidays) {
    var day = LocalDate.ofInstant(accepted, Age.CALENDAR);
    int left = workingDays;
    while (left > 0) {
      day = day.plusDays(1);
      if (isWorkingDay(day, holidays)) {
        left--;
      }
    }
    return day.plusDays(1).atTime(LocalTime.MIDNIGHT).atZone(Age.CALENDAR).toInstant();
  }

  /// Is this a day on which somebody is at work to read?
  public static boolean isWorkingDay(LocalDate day, List<Holiday> holidays) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !isPublicHoliday(day)
        && holidays.stream().noneMatch(h -> h.holds(day));
  }

  /// Algemene termijnenwet article 3, with Bevrijdingsdag every year.
  private static boolean isPublicHoliday(LocalDate day) {
    var easter = easter(day.getYear());
    var kingsDay = LocalDate.of(day.getYear(), 4, 27);
    var koningsdag = kingsDay.getDayOfWeek() == DayOfWeek.SUNDAY ? kingsDay.minusDays(1) : kingsDay;
    return day.getDayOfYear() == 1
        || day.equals(easter.minusDays(2))
        || day.equals(easter.plusDays(1))
        || day.equals(koningsdag)
        || (day.getMonthValue() == 5 && day.getDayOfMonth() == 5)
        || day.equals(easter.plusDays(39))
        || day.equals(easter.plusDays(50))
        || (day.getMonthValue() == 12 && (day.getDayOfMonth() == 25 || day.getDayOfMonth() == 26));
  }

  /// Easter Sunday of the Gregorian calendar.
  private static LocalDate easter(int year) {
    int golden = year % 19;
    int century = year / 100;
    int moon = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    int full = moon - (moon / 28) * (1 - (moon / 28) * (29 / (moon + 1)) * ((21 - golden) / 11));
    int weekday = (year + year / 4 + full + 2 - century + century / 4) % 7;
    int offset = full - weekday;
    int month = 3 + (offset + 40) / 44;
    return LocalDate.of(year, month, offset + 28 - 31 * (month / 4));
  }
}
