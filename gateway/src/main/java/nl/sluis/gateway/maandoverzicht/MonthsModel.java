package nl.sluis.gateway.maandoverzicht;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import nl.sluis.gateway.inzicht.ChildrenModel.One;
import nl.sluis.gateway.vorm.Sheet;

/// The months of which there can be a statement. Immutable.
///
/// @param child of whom
/// @param months the newest first
/// @param back where the children are
public record MonthsModel(One child, List<Month> months, String back) {
  /// Copies its list.
  public MonthsModel {
    months = List.copyOf(months);
  }

  /// One month.
  ///
  /// @param month which
  /// @param file where its statement is
  /// @param paper where it is to read or to print
  /// @param over whether it is over
  public record Month(YearMonth month, String file, String paper, boolean over) {
    /// Its name, such as november 2026.
    public String in(Sheet sheet) {
      return DateTimeFormatter.ofPattern("MMMM uuuu", sheet.bodyLanguage().locale()).format(month);
    }
  }
}
