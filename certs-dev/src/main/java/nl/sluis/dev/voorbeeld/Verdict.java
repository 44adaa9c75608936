package nl.sluis.dev.voorbeeld;

import java.util.List;
import java.util.Set;

/// How a scenario went. Immutable.
///
/// @param title its title
/// @param steps how many steps were played
/// @param differences what was not as expected, each with file and line
/// @param heard every code and reason that an answer held
public record Verdict(String title, int steps, List<String> differences, Set<String> heard) {
  /// Copies its parts.
  public Verdict {
    differences = List.copyOf(differences);
    heard = Set.copyOf(heard);
  }

  /// Was everything as expected?
  public boolean isAsExpected() {
    return differences.isEmpty();
  }
}
