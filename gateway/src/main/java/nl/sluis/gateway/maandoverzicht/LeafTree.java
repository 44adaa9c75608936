package nl.sluis.gateway.maandoverzicht;

import java.util.ArrayList;
import java.util.List;
import nl.sluis.gateway.logbook.TreeHash;

/// A full Merkle tree of which the leaves are hashes already (RFC 9162, 2.1). For one thread.
final class LeafTree {
  private final List<List<byte[]>> levels = new ArrayList<>();

  /// @param leaves a power of two of them
  LeafTree(List<byte[]> leaves) {
    if (Integer.bitCount(leaves.size()) != 1) {
      throw new IllegalArgumentException("a full tree has a power of two of leaves");
    }
    var hash = new TreeHash();
    var level = List.copyOf(leaves);
    levels.add(level);
    while (level.size() > 1) {
      var above = new ArrayList<byte[]>(level.size() / 2);
      for (int i = 0; i < level.size(); i += 2) {
        above.add(hash.node(level.get(i), level.get(i + 1)));
      }
      level = above;
      levels.add(level);
    }
  }

  byte[] root() {
    return levels.getLast().getFirst();
  }

  /// From this leaf to the root.
  List<byte[]> path(int leaf) {
    var path = new ArrayList<byte[]>();
    int at = leaf;
    for (var level : levels.subList(0, levels.size() - 1)) {
      path.add(level.get(at ^ 1));
      at /= 2;
    }
    return path;
  }
}
