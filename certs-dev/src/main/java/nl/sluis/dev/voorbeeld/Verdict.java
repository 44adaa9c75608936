package nl.sluis.dev.voorbeeld;

import java.util.List;

/// How a scenario went. Immutable.
///
/// @param title its title
/// @param steps how many steps were played
/// @param differences what was not as expected, each with file and line
public record Verdict(String title, int steps, List<String> differences) {
  /// Copies its parts.
  public Verdict {
    differences = List.copyOf(differences);
  }

  /// Was everything as expected?
  public boolean isAsExpected() {
    return differences.isEmpty();
  }
}
