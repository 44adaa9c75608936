package nl.sluis.dev.voorbeeld;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nl.sluis.policies.terms.Age;

/// Moments and dates as a scenario writes them, by the calendar of Europe/Amsterdam.
///
/// A moment is `2026-11-23 10:00`, ISO with an offset, `nu`, `3 dagen geleden`, `3 dagen geleden
/// 10:00`, `over 2 uur` or `de 8e van vorige maand 10:00`; a date is `2026-11-03`, `vandaag`,
/// `gisteren`, `morgen`, `3 dagen geleden` or `over 1 jaar`.
final class DutchTime {
  private static final Locale DUTCH = Locale.of("nl", "NL");
  private static final DateTimeFormatter TOLD =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", DUTCH);
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm[:ss]");

  /// A day that every month has.
  private static final Pattern OF_A_MONTH =
      Pattern.compile(
          "de ([1-9]|1[0-9]|2[0-8])e van (vorige|deze|volgende) maand"
              + " ([01][0-9]|2[0-3]):([0-5][0-9])");

  private static final Pattern AT_AN_HOUR =
      Pattern.compile("(.+ geleden) ([01][0-9]|2[0-3]):([0-5][0-9])");

  private static final Map<String, Integer> MONTHS = Map.of("vorige", -1, "deze", 0, "volgende", 1);

  private DutchTime() {}

  static ZonedDateTime local(Instant instant) {
    return instant.atZone(Age.CALENDAR);
  }

  static String told(Instant instant) {
    return TOLD.format(local(instant));
  }

  /// As messages write an instant, in UTC to the second.
  static String iso(Instant instant) {
    return instant.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
  }

  static Instant moment(String text, Instant now) {
    var words = text.strip();
    if (words.equals("nu")) {
      return now;
    }
    if (words.startsWith("over ")) {
      return Span.parse(words.substring(5)).after(local(now)).toInstant();
    }
    if (words.endsWith(" geleden")) {
      return Span.parse(words.substring(0, words.length() - 8)).before(local(now)).toInstant();
    }
    var atAnHour = AT_AN_HOUR.matcher(words);
    if (atAnHour.matches()) {
      return at(date(atAnHour.group(1), now), atAnHour.group(2), atAnHour.group(3));
    }
    var ofAMonth = OF_A_MONTH.matcher(words);
    if (ofAMonth.matches()) {
      var day =
          local(now)
              .toLocalDate()
              .withDayOfMonth(1)
              .plusMonths(MONTHS.getOrDefault(ofAMonth.group(2), 0))
              .withDayOfMonth(Integer.parseInt(ofAMonth.group(1)));
      return at(day, ofAMonth.group(3), ofAMonth.group(4));
    }
    try {
      return words.contains("T")
          ? OffsetDateTime.parse(words).toInstant()
          : LocalDateTime.parse(words, WRITTEN).atZone(Age.CALENDAR).toInstant();
    } catch (DateTimeException _) {
      throw new IllegalArgumentException(
          "`" + text + "` is geen tijdstip; schrijf bijvoorbeeld `2026-11-23 10:00`");
    }
  }

  private static Instant at(LocalDate day, String hour, String minute) {
    return day.atTime(Integer.parseInt(hour), Integer.parseInt(minute))
        .atZone(Age.CALENDAR)
        .toInstant();
  }

  static LocalDate date(String text, Instant now) {
    var today = local(now).toLocalDate();
    return switch (text.strip()) {
      case "vandaag" -> today;
      case "gisteren" -> today.minusDays(1);
      case "morgen" -> today.plusDays(1);
      default -> otherDate(text.strip(), now);
    };
  }

  private static LocalDate otherDate(String text, Instant now) {
    if (text.startsWith("over ") || text.endsWith(" geleden")) {
      return local(moment(text, now)).toLocalDate();
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException _) {
      throw new IllegalArgumentException(
          "`" + text + "` is geen datum; schrijf bijvoorbeeld `2026-11-03` of `3 dagen geleden`");
    }
  }
}
