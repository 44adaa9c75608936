package nl.sluis.gateway.logbook;

import java.util.Arrays;
import java.util.List;

/// Checks proofs about a Merkle tree of which only roots are known (RFC 9162, 2.1.3.2 and 2.1.4.2).
public final class MerkleProof {
  private MerkleProof() {}

  /// Says whether a path leads from a leaf at this index to the root of a tree of this size.
  public static boolean includes(
      long index, long size, byte[] leafHash, List<byte[]> path, byte[] root) {
    if (index < 0 || index >= size || !wellFormed(path) || leafHash.length != TreeHash.LENGTH) {
      return false;
    }
    var hash = new TreeHash();
    var node = index;
    var last = size - 1;
    var result = leafHash;
    for (var sibling : path) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        result = hash.node(sibling, result);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        result = hash.node(result, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(result, root);
  }

  /// Says whether the tree with the first root is the start of the tree with the second.
  ///
  /// A tree without leaves proves nothing about a later one, so it is refused.
  public static boolean extendsTree(
      long from, long to, byte[] fromRoot, byte[] toRoot, List<byte[]> path) {
    if (from <= 0 || to < from || !wellFormed(path)) {
      return false;
    }
    if (from == to) {
      return path.isEmpty() && Arrays.equals(fromRoot, toRoot);
    }
    if (path.isEmpty()) {
      return false;
    }
    var whole = Long.bitCount(from) == 1;
    var rest = whole ? path : path.subList(1, path.size());
    return climb(from, to, whole ? fromRoot : path.getFirst(), fromRoot, toRoot, rest);
  }

  private static boolean climb(
      long from, long to, byte[] start, byte[] fromRoot, byte[] toRoot, List<byte[]> path) {
    var hash = new TreeHash();
    var shift = Long.numberOfTrailingZeros(from);
    var node = (from - 1) >> shift;
    var last = (to - 1) >> shift;
    var first = start;
    var second = start;
    for (var sibling : path) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        first = hash.node(sibling, first);
        second = hash.node(sibling, second);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        second = hash.node(second, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(first, fromRoot) && Arrays.equals(second, toRoot);
  }

  private static boolean wellFormed(List<byte[]> path) {
    return path.size() <= Long.SIZE
        && path.stream().allMatch(hash -> hash.length == TreeHash.LENGTH);
  }
}
