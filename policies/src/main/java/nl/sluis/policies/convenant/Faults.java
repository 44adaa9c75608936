package nl.sluis.policies.convenant;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Collects every fault, so that an officer mends them in one go. Not for sharing between threads.
final class Faults {
  private final SortedSet<ConvenantFault> found = new TreeSet<>();

  void add(Spot spot, String sentence) {
    found.add(new ConvenantFault(spot.file(), spot.line(), sentence));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<ConvenantFault> all() {
    return List.copyOf(found);
  }
}
