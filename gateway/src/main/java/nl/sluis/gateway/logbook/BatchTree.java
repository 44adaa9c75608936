package nl.sluis.gateway.logbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The right-hand side of the Merkle tree that one batch adds, with all it takes to prove its rows.
///
/// Of the older tree only the frontier is needed: the roots of its perfect subtrees, largest first,
/// one for every one-bit of its size. A node without a sibling stands for its parent too, which
/// gives the tree of RFC 9162. Immutable; may be shared between threads.
final class BatchTree {
  private final long oldSize;
  private final long size;
  private final byte[] oldFrontier;
  private final List<Level> levels = new ArrayList<>();

  /// One level: the hashes from index `first` to the right edge.
  private record Level(long first, List<byte[]> hashes) {
    byte[] at(long index) {
      return hashes.get((int) (index - first));
    }

    long end() {
      return first + hashes.size();
    }
  }

  BatchTree(long oldSize, byte[] oldFrontier, List<byte[]> leafHashes) {
    if (oldFrontier.length != Long.bitCount(oldSize) * TreeHash.LENGTH) {
      throw new IllegalArgumentException("a frontier has one hash for each one-bit of the size");
    }
    this.oldSize = oldSize;
    this.oldFrontier = oldFrontier.clone();
    this.size = oldSize + leafHashes.size();
    build(new TreeHash(), leafHashes);
  }

  private void build(TreeHash hash, List<byte[]> leafHashes) {
    var current = List.copyOf(leafHashes);
    var first = oldSize;
    for (var level = 0; ; level++) {
      if ((first & 1) == 1) {
        var widened = new ArrayList<byte[]>(current.size() + 1);
        widened.add(oldNode(level));
        widened.addAll(current);
        current = widened;
        first--;
      }
      levels.add(new Level(first, current));
      if (first == 0 && current.size() <= 1) {
        return;
      }
      current = parents(hash, current);
      first >>= 1;
    }
  }

  private static List<byte[]> parents(TreeHash hash, List<byte[]> children) {
    var parents = new ArrayList<byte[]>(children.size() / 2 + 1);
    for (var at = 0; at + 1 < children.size(); at += 2) {
      parents.add(hash.node(children.get(at), children.get(at + 1)));
    }
    if ((children.size() & 1) == 1) {
      parents.add(children.getLast());
    }
    return parents;
  }

  /// The node of the older tree that has no sibling at this level: a member of its frontier.
  private byte[] oldNode(int level) {
    var before = Long.bitCount(oldSize >> (level + 1)) * TreeHash.LENGTH;
    return Arrays.copyOfRange(oldFrontier, before, before + TreeHash.LENGTH);
  }

  long size() {
    return size;
  }

  byte[] root() {
    return size == 0 ? new TreeHash().empty() : levels.getLast().at(0);
  }

  byte[] frontier() {
    var frontier = new byte[Long.bitCount(size) * TreeHash.LENGTH];
    var at = 0;
    for (var level = levels.size() - 1; level >= 0; level--) {
      if (((size >> level) & 1) == 1) {
        var node = levels.get(level).at((size >> level) - 1);
        System.arraycopy(node, 0, frontier, at, TreeHash.LENGTH);
        at += TreeHash.LENGTH;
      }
    }
    return frontier;
  }

  /// The hashes from the sibling of a leaf of this batch up to a child of the root.
  List<byte[]> path(long index) {
    if (index < oldSize || index >= size) {
      throw new IllegalArgumentException("row " + index + " is not of this batch");
    }
    var path = new ArrayList<byte[]>();
    for (var level = 0; level < levels.size() - 1; level++) {
      var sibling = (index >> level) ^ 1;
      if (sibling < levels.get(level).end()) {
        path.add(levels.get(level).at(sibling));
      }
    }
    return path;
  }

  /// The root that belongs to a size and its frontier.
  static byte[] root(long size, byte[] frontier) {
    return new BatchTree(size, frontier, List.of()).root();
  }
}
