package nl.sluis.gateway.maandoverzicht;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import nl.sluis.gateway.inzicht.ChildrenModel.One;
import nl.sluis.gateway.inzicht.Line;
import nl.sluis.gateway.vorm.Sheet;

/// A month on paper, for people: what stands in the file, without what only a machine checks.
/// Immutable.
///
/// @param child of whom
/// @param month which
/// @param whole whether it is all of that month
/// @param made the day on which it was made
/// @param all whether who asked sees everything that may be seen, and not the own words alone
/// @param completeFrom from which day on the logbook holds everything
/// @param lines what is shown, the oldest first
/// @param root what was committed to; it is the same in the file
public record PaperModel(
    One child,
    YearMonth month,
    boolean whole,
    LocalDate made,
    boolean all,
    LocalDate completeFrom,
    List<Said> lines,
    String root) {
  /// Copies its list.
  public PaperModel {
    lines = List.copyOf(lines);
  }

  /// One line.
  ///
  /// @param line what it says
  /// @param committed whether it is part of what was committed to
  public record Said(Line line, boolean committed) {}

  /// The name of the month.
  public String monthIn(Sheet sheet) {
    return DateTimeFormatter.ofPattern("MMMM uuuu", sheet.bodyLanguage().locale()).format(month);
  }
}
