package nl.sluis.gateway.zaakdossier;

import java.time.LocalDate;
import java.util.List;
import nl.sluis.gateway.inzicht.Line;

/// What an organisation answers somebody who asks what it gave and got, on paper. Immutable.
///
/// @param made the day on which it was made
/// @param completeFrom from which day on the logbook holds everything
/// @param lines what that person may see of it, the oldest first
public record AnswerModel(LocalDate made, LocalDate completeFrom, List<Line> lines) {
  /// Copies its list.
  public AnswerModel {
    lines = List.copyOf(lines);
  }
}
