package nl.sluis.policies.convenant;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Collects every fault, so that an officer mends them in one go. Not for sharing between threads.
public final class Faults {
  private final SortedSet<ConvenantFault> found = new TreeSet<>();

  /// Adds a fault at a place.
  ///
  /// @param sentence what is wrong and what to do, in Dutch
  public void add(Spot spot, String sentence) {
    found.add(new ConvenantFault(spot.file(), spot.line(), sentence));
  }

  /// Is nothing wrong so far?
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /// All of them, by file and line.
  public List<ConvenantFault> all() {
    return List.copyOf(found);
  }
}
