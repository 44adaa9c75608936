package nl.sluis.dev.voorbeeld;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.sluis.policies.terms.Age;

/// Moments and dates as a scenario writes them, by the calendar of Europe/Amsterdam.
///
/// A moment is `2026-11-23 10:00`, ISO with an offset, `nu`, `3 dagen geleden` or `over 2 uur`; a
/// date is `2026-11-03`, `vandaag`, `gisteren`, `morgen`, `3 dagen geleden` or `over 1 jaar`.
final class DutchTime {
  private static final Locale DUTCH = Locale.of("nl", "NL");
  private static final DateTimeFormatter TOLD =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", DUTCH);
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm[:ss]");

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
    try {
      return words.contains("T")
          ? OffsetDateTime.parse(words).toInstant()
          : LocalDateTime.parse(words, WRITTEN).atZone(Age.CALENDAR).toInstant();
    } catch (DateTimeException _) {
      throw new IllegalArgumentException(
          "`" + text + "` is geen tijdstip; schrijf bijvoorbeeld `2026-11-23 10:00`");
    }
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
