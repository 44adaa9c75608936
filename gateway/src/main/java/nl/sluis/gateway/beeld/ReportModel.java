package nl.sluis.gateway.beeld;

import java.util.List;

/// The report of a quarter of a convenant, as a page and as paper. Immutable.
///
/// @param convenant its name
/// @param period such as `2026-K3`
/// @param path where it is
/// @param total the number of everything, or nothing when it is not told
/// @param lines a purpose and its number
/// @param overrides how often something went out for safety's sake, or nothing when it is not told
/// @param gaps the ordinary rules that came nearest, each with what stood in its way
public record ReportModel(
    String convenant,
    String period,
    String path,
    String total,
    List<Line> lines,
    String overrides,
    List<Gap> gaps) {
  /// Copies its lists.
  public ReportModel {
    lines = List.copyOf(lines);
    gaps = List.copyOf(gaps);
  }

  /// A rule that came near.
  ///
  /// @param rule its name; `geen` when there is none
  /// @param lack the word for what stood in its way
  /// @param number rounded
  public record Gap(String rule, String lack, String number) {}

  /// A purpose.
  ///
  /// @param sentence what it is for, in plain Dutch
  /// @param number rounded; empty when it is not told
  public record Line(String purpose, String sentence, String number) {}

  /// Every report that is or can be made.
  public record Shelf(List<Place> places) {
    /// Copies its list.
    public Shelf {
      places = List.copyOf(places);
    }
  }

  /// The place of a report.
  ///
  /// @param made whether it is there
  public record Place(String convenant, String period, String path, boolean made) {}
}
