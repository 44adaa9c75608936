package nl.sluis.gateway.beeld;

import java.util.List;

/// The report of a quarter of a convenant, as a page and as paper. Immutable.
///
/// @param convenant its name
/// @param period such as `2026-K3`
/// @param path where it is
/// @param total the number of everything, or nothing when it is not told
/// @param lines a purpose and its number
public record ReportModel(
    String convenant, String period, String path, String total, List<Line> lines) {
  /// Copies its list.
  public ReportModel {
    lines = List.copyOf(lines);
  }

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
