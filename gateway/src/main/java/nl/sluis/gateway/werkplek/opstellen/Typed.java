package nl.sluis.gateway.werkplek.opstellen;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/// Days as people type them, and as messages have them. Pure.
final class Typed {
  private static final Pattern PEOPLE =
      Pattern.compile("([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})");
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("d-M-uuuu", Locale.ROOT);

  private Typed() {}

  /// `23-11-2026` as `2026-11-23`; what is no day stays as it was typed, for the form of the
  /// convenant to say that it is wrong.
  static String day(String typed) {
    var people = PEOPLE.matcher(typed);
    if (!people.matches()) {
      return typed;
    }
    try {
      return LocalDate.of(number(people.group(3)), number(people.group(2)), number(people.group(1)))
          .toString();
    } catch (DateTimeException _) {
      return typed;
    }
  }

  /// `2026-11-23` as `23-11-2026`; anything else as it is.
  static String shown(String day) {
    try {
      return SHOWN.format(LocalDate.parse(day));
    } catch (DateTimeException _) {
      return day;
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
