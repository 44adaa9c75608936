package nl.sluis.gateway.maandoverzicht;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.sluis.gateway.inzicht.Ref;

/// What was committed to of one period at one child for one viewer, and what it takes to make its
/// tree again. Immutable.
///
/// @param subject the child
/// @param viewer the keyed number of who has a place there; empty for the child itself
/// @param period what it is about
/// @param root of the tree of this viewer
/// @param leaves those that stand for something, by their place in that tree
/// @param stands where that root stands in the logbook
@SuppressWarnings("ArrayRecordComponent") // bytes for a table; compared by nobody
record Committed(
    UUID subject,
    byte[] viewer,
    Period period,
    byte[] root,
    Map<Integer, Leaf> leaves,
    Stands stands) {
  /// How many leaves every tree has, whatever happened.
  static final int LEAVES = 4096;

  /// How many roots of viewers stand under one row of the logbook.
  static final int ROOTS = 256;

  /// Copies its map.
  Committed {
    leaves = Map.copyOf(leaves);
  }

  /// A leaf that stands for something.
  @SuppressWarnings("ArrayRecordComponent")
  record Leaf(Ref ref, byte[] hash) {}

  /// Where a root stands.
  ///
  /// @param row of the logbook
  /// @param slot among the roots under that row
  /// @param path from there to what the row holds
  record Stands(long row, int slot, List<byte[]> path) {
    /// Copies its list.
    Stands {
      path = List.copyOf(path);
    }
  }

  /// The tree of this viewer, leaves of nothing among it.
  LeafTree tree(Blinding blinding) {
    return tree(leaves, blinding);
  }

  /// The tree with these leaves.
  static LeafTree tree(Map<Integer, Leaf> leaves, Blinding blinding) {
    var hashes = new ArrayList<byte[]>(LEAVES);
    IntStream.range(0, LEAVES)
        .forEach(
            place -> {
              var leaf = leaves.get(place);
              hashes.add(leaf == null ? blinding.nothing(place) : leaf.hash());
            });
    return new LeafTree(hashes);
  }

  /// Where each thing stands.
  Map<Ref, Integer> places() {
    var places = new HashMap<Ref, Integer>();
    leaves.forEach((place, leaf) -> places.put(leaf.ref(), place));
    return places;
  }
}
