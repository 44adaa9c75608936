package nl.sluis.gateway.logbook;

import java.io.IOException;
import java.util.Arrays;

/// Proves a part of the rows against one signed root, through the tiles and without the other rows.
///
/// Inside the part every hash of a row counts, outside it the few large subtrees that complete the
/// tree. For one thread.
final class RangeProof {
  private static final long WIDTH = TileTree.WIDTH;

  private final TileTree tree;
  private final Span span;
  private final Findings findings;

  /// @param span lies within the tree
  RangeProof(TileTree tree, Span span, Findings findings) {
    this.tree = tree;
    this.span = span;
    this.findings = findings;
  }

  /// @return whether the tiles of this part lead to that root; when not, it is a finding
  boolean leadsTo(byte[] root) throws IOException, MissingTile {
    var from = span.from() / WIDTH * WIDTH;
    var to = Math.min(tree.size(), (span.to() + WIDTH - 1) / WIDTH * WIDTH);
    var stack = new TreeStack();
    tree.add(stack, 0, from);
    for (var index = from; index < to; index++) {
      stack.add(tree.leaf(index));
    }
    tree.add(stack, to, tree.size());
    if (Arrays.equals(stack.root(), root)) {
      return true;
    }
    blame(from, to);
    return false;
  }

  private void blame(long from, long to) throws IOException, MissingTile {
    for (var first = from; first + WIDTH <= to; first += WIDTH) {
      var one = new TreeStack();
      for (var at = first; at < first + WIDTH; at++) {
        one.add(tree.leaf(at));
      }
      if (!Arrays.equals(one.root(), tree.node(Byte.SIZE, first / WIDTH))) {
        findings.from(
            first,
            "Tegel 0/%d (de rijen %d tot en met %d) is niet die van het checkpoint."
                .formatted(first / WIDTH, first, first + WIDTH - 1));
        return;
      }
    }
    findings.from(
        from,
        "De tegels rond de rijen %d tot en met %d leiden niet naar de getekende wortel."
            .formatted(span.from(), span.to() - 1));
  }
}
