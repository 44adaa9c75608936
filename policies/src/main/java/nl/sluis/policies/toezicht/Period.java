package nl.sluis.policies.toezicht;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;

/// A week or a quarter, of which is told whether the control policy was done. Immutable.
///
/// @param word how it is called, such as `2026-W48` or `2026-K4`
/// @param first its first day
/// @param end the first day after it
public record Period(String word, LocalDate first, LocalDate end) {
  /// The weeks up to and with that of today, the newest first.
  ///
  /// @param most how many
  public static List<Period> weeks(LocalDate today, int most) {
    var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return IntStream.range(0, most).mapToObj(back -> week(monday.minusWeeks(back))).toList();
  }

  private static Period week(LocalDate monday) {
    var word =
        "%d-W%02d"
            .formatted(
                monday.get(IsoFields.WEEK_BASED_YEAR),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    return new Period(word, monday, monday.plusWeeks(1));
  }

  /// The quarters up to and with that of today, the newest first.
  ///
  /// @param most how many
  public static List<Period> quarters(LocalDate today, int most) {
    var first = today.with(IsoFields.DAY_OF_QUARTER, 1);
    return IntStream.range(0, most)
        .mapToObj(back -> quarter(first.minusMonths(3L * back)))
        .toList();
  }

  private static Period quarter(LocalDate first) {
    var word = "%d-K%d".formatted(first.getYear(), first.get(IsoFields.QUARTER_OF_YEAR));
    return new Period(word, first, first.plusMonths(3));
  }

  /// Is this day in it?
  public boolean has(LocalDate day) {
    return !day.isBefore(first) && day.isBefore(end);
  }

  /// How many weeks of it are over: those that begin in it and ended by today.
  public int weeksOver(LocalDate today) {
    int over = 0;
    var monday = first.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    for (; has(monday); monday = monday.plusWeeks(1)) {
      over += monday.plusWeeks(1).isAfter(today) ? 0 : 1;
    }
    return over;
  }
}
