package nl.sluis.policies.hypothesis;

import java.util.Comparator;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// The smallest thing of which a convenant says yes or no: one kind of data, for one purpose, from
/// one role to another.
///
/// @param purpose what for
/// @param from who gives
/// @param to who receives
/// @param category what
public record Cell(Purpose purpose, Role from, Role to, DataCategory category)
    implements Comparable<Cell> {
  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::purpose)
          .thenComparing(Cell::from)
          .thenComparing(Cell::to)
          .thenComparing(Cell::category);

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }
}
