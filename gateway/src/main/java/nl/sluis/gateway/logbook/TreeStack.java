package nl.sluis.gateway.logbook;

import java.util.ArrayDeque;
import java.util.Deque;

/// The verifier's own tree: leaves go in, roots come out, and nothing else is remembered.
///
/// A stack of finished subtrees, of which two of one size become one of twice that size. For one
/// thread.
final class TreeStack {
  private final TreeHash hash = new TreeHash();
  private final Deque<byte[]> finished = new ArrayDeque<>();
  private long size;

  void add(byte[] leafHash) {
    var carried = leafHash;
    for (var rest = size; (rest & 1) == 1; rest >>= 1) {
      carried = hash.node(finished.pop(), carried);
    }
    finished.push(carried);
    size++;
  }

  long size() {
    return size;
  }

  byte[] root() {
    var root = (byte[]) null;
    for (var subtree : finished) {
      root = root == null ? subtree : hash.node(subtree, root);
    }
    return root == null ? hash.empty() : root;
  }

  /// The finished subtrees, largest first, one after the other.
  byte[] frontier() {
    var joined = new byte[finished.size() * TreeHash.LENGTH];
    var at = joined.length;
    for (var subtree : finished) {
      at -= TreeHash.LENGTH;
      System.arraycopy(subtree, 0, joined, at, TreeHash.LENGTH);
    }
    return joined;
  }
}
