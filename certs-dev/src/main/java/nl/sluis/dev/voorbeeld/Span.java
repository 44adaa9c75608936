package nl.sluis.dev.voorbeeld;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A length of time in Dutch words, such as `15 jaar 364 dagen` or `2 uur`. Immutable.
///
/// @param parts each amount with its unit, in the order written
record Span(List<Part> parts) {
  private static final Map<String, Unit> UNITS =
      Map.ofEntries(
          Map.entry("seconde", Unit.SECOND),
          Map.entry("seconden", Unit.SECOND),
          Map.entry("minuut", Unit.MINUTE),
          Map.entry("minuten", Unit.MINUTE),
          Map.entry("uur", Unit.HOUR),
          Map.entry("uren", Unit.HOUR),
          Map.entry("dag", Unit.DAY),
          Map.entry("dagen", Unit.DAY),
          Map.entry("werkdag", Unit.WORKING_DAY),
          Map.entry("werkdagen", Unit.WORKING_DAY),
          Map.entry("week", Unit.WEEK),
          Map.entry("weken", Unit.WEEK),
          Map.entry("maand", Unit.MONTH),
          Map.entry("maanden", Unit.MONTH),
          Map.entry("jaar", Unit.YEAR),
          Map.entry("jaren", Unit.YEAR));

  /// What is counted.
  enum Unit {
    SECOND,
    MINUTE,
    HOUR,
    DAY,
    WORKING_DAY,
    WEEK,
    MONTH,
    YEAR
  }

  /// @param amount how many
  /// @param unit of what
  record Part(int amount, Unit unit) {}

  Span {
    parts = List.copyOf(parts);
  }

  /// @throws IllegalArgumentException with a Dutch sentence when the words are not a length of time
  static Span parse(String text) {
    var words = text.strip().split("\\s+", -1);
    var parts = new ArrayList<Part>();
    for (int i = 0; i + 1 < words.length; i += 2) {
      var unit = UNITS.get(words[i + 1]);
      if (unit == null || !words[i].matches("[0-9]{1,6}")) {
        throw notASpan(text);
      }
      parts.add(new Part(Integer.parseInt(words[i]), unit));
    }
    if (parts.isEmpty() || words.length % 2 != 0) {
      throw notASpan(text);
    }
    return new Span(parts);
  }

  private static IllegalArgumentException notASpan(String text) {
    return new IllegalArgumentException(
        "`" + text + "` is geen tijdsduur; schrijf bijvoorbeeld `3 dagen` of `15 jaar 364 dagen`");
  }

  ZonedDateTime after(ZonedDateTime start) {
    var moment = start;
    for (var part : parts) {
      moment = shift(moment, part, 1);
    }
    return moment;
  }

  ZonedDateTime before(ZonedDateTime start) {
    var moment = start;
    for (var part : parts) {
      moment = shift(moment, part, -1);
    }
    return moment;
  }

  /// The birth date of someone who is exactly this old on this day.
  LocalDate birthOf(LocalDate today) {
    int years = 0;
    int months = 0;
    int days = 0;
    for (var part : parts) {
      switch (part.unit()) {
        case YEAR -> years += part.amount();
        case MONTH -> months += part.amount();
        case WEEK -> days += 7 * part.amount();
        case DAY -> days += part.amount();
        case SECOND, MINUTE, HOUR, WORKING_DAY ->
            throw new IllegalArgumentException("een leeftijd telt jaren, maanden, weken of dagen");
      }
    }
    return today.minusDays(days).minus(Period.of(years, months, 0));
  }

  private static ZonedDateTime shift(ZonedDateTime moment, Part part, int sign) {
    long amount = (long) sign * part.amount();
    return switch (part.unit()) {
      case SECOND -> moment.plusSeconds(amount);
      case MINUTE -> moment.plusMinutes(amount);
      case HOUR -> moment.plusHours(amount);
      case DAY -> moment.plusDays(amount);
      case WORKING_DAY -> workingDays(moment, part.amount(), sign);
      case WEEK -> moment.plusWeeks(amount);
      case MONTH -> moment.plusMonths(amount);
      case YEAR -> moment.plusYears(amount);
    };
  }

  private static ZonedDateTime workingDays(ZonedDateTime start, int amount, int sign) {
    var moment = start;
    for (int left = amount; left > 0; ) {
      moment = moment.plusDays(sign);
      var day = moment.getDayOfWeek();
      if (day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return moment;
  }
}
