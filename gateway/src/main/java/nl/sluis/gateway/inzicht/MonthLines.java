package nl.sluis.gateway.inzicht;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.sluis.gateway.desk.Sort;

/// What one person sees at one child: of one month, or of all in which one organisation took part.
/// Immutable.
///
/// @param lines each of one thing that happened, in any order
/// @param masked whether this person is shielded from anybody at this child
public record MonthLines(List<Line> lines, boolean masked) {
  private static final Set<String> COVERED = Set.of("aan", "niet", "regel", "soorten", "van");

  /// Copies its list.
  public MonthLines {
    lines = List.copyOf(lines);
  }

  /// Which fields of the thing behind a line this person may know as they are: never where its row
  /// stands, for by that anybody finds the time of day in the public part of the logbook.
  public Set<String> open(Line line) {
    var open = new HashSet<>(Thing.FIELDS);
    open.remove("rij");
    if (masked) {
      open.removeAll(COVERED);
    }
    if (line.from().sort() == Sort.IEMAND) {
      open.remove("van");
      open.remove("regel");
    }
    if (line.told() != Told.GEKREGEN) {
      open.remove("regel");
    }
    return open;
  }
}
