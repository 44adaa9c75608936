package nl.sluis.gateway.logbook;

import java.util.ArrayDeque;
import java.util.Deque;

/// The check's own tree: leaves or whole subtrees go in from left to right, roots come out, and
/// nothing else is remembered.
///
/// A stack of finished subtrees, of which two of one size become one of twice that size. For one
/// thread.
final class TreeStack {
  private static final int LEVELS = Long.SIZE / Byte.SIZE;

  private final TreeHash hash = new TreeHash();
  private final Deque<byte[]> subtrees = new ArrayDeque<>();
  private final byte[][] finished = new byte[LEVELS][];
  private long size;

  /// Adds one row by the hash of its leaf.
  void add(byte[] leafHash) {
    add(0, leafHash);
  }

  /// Adds a subtree of `2^height` rows; the rows before it MUST be a multiple of that number.
  void add(int height, byte[] subtree) {
    if ((size & ((1L << height) - 1)) != 0) {
      throw new IllegalArgumentException("a subtree starts at a multiple of its own size");
    }
    var carried = subtree;
    var at = height;
    remember(at, carried);
    for (var rest = size >> height; (rest & 1) == 1; rest >>= 1) {
      carried = hash.node(subtrees.pop(), carried);
      remember(++at, carried);
    }
    subtrees.push(carried);
    size += 1L << height;
  }

  private void remember(int height, byte[] subtree) {
    if (height % Byte.SIZE == 0) {
      finished[height / Byte.SIZE] = subtree;
    }
  }

  long size() {
    return size;
  }

  /// The last subtree of `256^level` rows that was finished: one hash of a tile of that level.
  byte[] finished(int level) {
    return finished[level];
  }

  byte[] root() {
    var root = (byte[]) null;
    for (var subtree : subtrees) {
      root = root == null ? subtree : hash.node(subtree, root);
    }
    return root == null ? hash.empty() : root;
  }

  /// The finished subtrees, largest first, one after the other.
  byte[] frontier() {
    var joined = new byte[subtrees.size() * TreeHash.LENGTH];
    var at = joined.length;
    for (var subtree : subtrees) {
      at -= TreeHash.LENGTH;
      System.arraycopy(subtree, 0, joined, at, TreeHash.LENGTH);
    }
    return joined;
  }
}
