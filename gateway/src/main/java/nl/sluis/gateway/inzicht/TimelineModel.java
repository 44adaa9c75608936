package nl.sluis.gateway.inzicht;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.vorm.Sheet;

/// A page of lines, day by day. Immutable.
///
/// @param child whose lines they are
/// @param whole whether this person sees everything that may be seen, and not the own words alone
/// @param completeFrom from which day on the logbook holds everything
/// @param aliveOn the last day on which the logbook was seen to work
/// @param month the month the page is about
/// @param days the newest first; none when there is nothing to see
/// @param older the day on which the next piece begins; empty when there is none
/// @param first whether this is the newest piece
/// @param months every month there can be lines of, the newest first, whether there are or not
/// @param circle where the picture of who is around is
public record TimelineModel(
    ChildrenModel.One child,
    boolean whole,
    LocalDate completeFrom,
    LocalDate aliveOn,
    YearMonth month,
    List<Day> days,
    Optional<LocalDate> older,
    boolean first,
    List<Month> months,
    String circle) {
  /// Copies its lists.
  public TimelineModel {
    days = List.copyOf(days);
    months = List.copyOf(months);
  }

  /// One day.
  ///
  /// @param day which
  /// @param lines what happened
  public record Day(LocalDate day, List<One> lines) {
    /// Copies its list.
    public Day {
      lines = List.copyOf(lines);
    }
  }

  /// One line, with the way to everything about it.
  ///
  /// @param path where that is
  /// @param line the line
  public record One(String path, Line line) {}

  /// A month to go to.
  ///
  /// @param path where to
  /// @param month which
  public record Month(String path, YearMonth month) {
    /// Its name, such as november 2026.
    public String in(Sheet sheet) {
      return named(month, sheet);
    }
  }

  /// The name of the month of the page.
  public String monthIn(Sheet sheet) {
    return named(month, sheet);
  }

  private static String named(YearMonth month, Sheet sheet) {
    return DateTimeFormatter.ofPattern("MMMM uuuu", sheet.bodyLanguage().locale()).format(month);
  }
}
