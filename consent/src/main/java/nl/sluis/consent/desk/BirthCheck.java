package nl.sluis.consent.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a birth date of which the day, or the day and the month, may be unknown.
///
/// Registers write an unknown part as zeros (`20140600`), others leave it out (`2014-06`). What is
/// kept is the earliest day that is possible: a child may count as older than it is, never as
/// younger, so that nobody decides for somebody who may decide alone.
final class BirthCheck {
  private static final Pattern PARTS = Pattern.compile("(\\d{4})(?:-?(\\d{2})(?:-?(\\d{2}))?)?");

  private BirthCheck() {}

  static Optional<LocalDate> check(String field, String text, Faults faults) {
    var birth = earliest(text);
    faults.addIf(
        birth.isEmpty(),
        field,
        "Geef een bestaande datum als jjjj-mm-dd; een onbekende maand of dag laat u weg.");
    birth.ifPresent(
        day -> faults.addIf(day.isAfter(faults.today()), field, "Deze datum ligt in de toekomst."));
    return birth;
  }

  private static Optional<LocalDate> earliest(String text) {
    var parts = PARTS.matcher(text);
    if (!parts.matches() || number(parts.group(1)) == 0) {
      return Optional.empty();
    }
    int month = number(parts.group(2));
    int day = number(parts.group(3));
    if (month == 0 && day != 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(number(parts.group(1)), Math.max(month, 1), Math.max(day, 1)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
