package nl.sluis.policies.difference;

import java.util.HashSet;
import java.util.Optional;
import nl.sluis.policies.hypothesis.Allowance;
import nl.sluis.policies.hypothesis.Cell;

/// One kind of data, on one road, of which the two versions say something else.
///
/// @param cell which
/// @param before what the first says; empty when it is silent
/// @param after what the second says; empty when it is silent
record Moved(Cell cell, Optional<Allowance.Under> before, Optional<Allowance.Under> after) {
  /// Which way it moved.
  enum Direction {
    /// From refused to allowed.
    OPENED,
    /// From allowed to refused.
    CLOSED,
    /// Allowed, with less to be done.
    WIDER,
    /// Allowed, with more to be done.
    NARROWER,
    /// Allowed, with other things to be done.
    OTHERWISE
  }

  Direction direction() {
    if (before.isEmpty()) {
      return Direction.OPENED;
    }
    if (after.isEmpty()) {
      return Direction.CLOSED;
    }
    var gone = new HashSet<>(before.get().needs());
    gone.removeAll(after.get().needs());
    var come = new HashSet<>(after.get().needs());
    come.removeAll(before.get().needs());
    boolean sameLane = before.get().lane() == after.get().lane();
    if (sameLane && come.isEmpty()) {
      return Direction.WIDER;
    }
    return sameLane && gone.isEmpty() ? Direction.NARROWER : Direction.OTHERWISE;
  }
}
