package nl.sluis.gateway.logbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Checks a logbook of which only the tiles and the checkpoint can be seen, as anybody may.
///
/// Whole: every hash of a row, every tile above it, and the signed root. A part: its own tiles and
/// the few that lead from there to the root. For one thread.
public final class TilesCheck {
  private static final int WIDTH = TileTree.WIDTH;

  private final TileSource source;
  private final LogKey key;
  private final KeyHistory keys;
  private final List<OpenedCheckpoint> kept;
  private final Findings findings = new Findings();

  /// @param kept checkpoints of before that somebody kept elsewhere
  public TilesCheck(TileSource source, LogKey key, List<OpenedCheckpoint> kept) {
    this(source, KeyHistory.of(key), kept);
  }

  /// The same, of a logbook whose key was replaced.
  ///
  /// @param keys the key history, believed because of one key that is known
  public TilesCheck(TileSource source, KeyHistory keys, List<OpenedCheckpoint> kept) {
    this.source = source;
    this.key = keys.periods().getLast().key();
    this.keys = keys;
    this.kept = List.copyOf(kept);
  }

  /// @throws IOException when the tiles cannot be read, which proves nothing
  public LogbookReport check(Span span, LogbookVerifier.Progress progress) throws IOException {
    var signed = source.checkpoint().flatMap(keys::open);
    if (signed.isEmpty()) {
      findings.from(0, "Er is geen checkpoint dat met deze sleutel is getekend.");
      return report(span, 0, 0, 0);
    }
    var tree = new TileTree(source, signed.get().size());
    var keeps = new KeptCheck(kept, findings);
    var rows = 0L;
    try {
      if (span.isAll()) {
        rows = whole(tree, signed.get(), keeps, progress);
      } else if (span.from() >= tree.size()) {
        findings.from(tree.size(), "Het logboek eindigt vóór rij " + span.from() + ".");
      } else {
        var part = span.within(tree.size());
        rows = part.to() - part.from();
        new RangeProof(tree, part, findings).leadsTo(signed.get().root());
        past(tree, keeps);
      }
    } catch (MissingTile e) {
      findings.from(e.row(), String.valueOf(e.getMessage()));
    }
    keeps.finish(tree.size());
    progress.at(rows, rows);
    return report(span, rows, 1 + keeps.checked(), tree.read());
  }

  /// Without the rows in between, the tiles still give the root of any size of before.
  static void past(TileTree tree, KeptCheck keeps) throws IOException, MissingTile {
    for (var old : keeps.open()) {
      if (old.size() <= tree.size()) {
        var stack = new TreeStack();
        tree.add(stack, 0, old.size());
        keeps.compare(old, stack.root());
      }
    }
  }

  private long whole(
      TileTree tree, OpenedCheckpoint signed, KeptCheck keeps, LogbookVerifier.Progress progress)
      throws IOException, MissingTile {
    var stack = new TreeStack();
    var doubts = new ArrayList<Doubt>();
    keeps.reached(stack);
    while (stack.size() < tree.size()) {
      var tile = tree.tile(0, stack.size() / WIDTH);
      for (var at = 0; at < tile.length; at += TreeHash.LENGTH) {
        stack.add(Arrays.copyOfRange(tile, at, at + TreeHash.LENGTH));
        keeps.reached(stack);
      }
      above(tree, stack, doubts);
      progress.at(stack.size(), tree.size());
    }
    settle(Arrays.equals(stack.root(), signed.root()), stack.size(), doubts);
    return stack.size();
  }

  /// A hash in a tile is not the root of the tile below it.
  private record Doubt(int level, long index) {
    long row() {
      return index << (Byte.SIZE * level);
    }
  }

  private static void above(TileTree tree, TreeStack stack, List<Doubt> doubts)
      throws IOException, MissingTile {
    var count = stack.size();
    for (var level = 1; count % WIDTH == 0; level++) {
      count /= WIDTH;
      if (!Arrays.equals(stack.finished(level), tree.node(Byte.SIZE * level, count - 1))) {
        doubts.add(new Doubt(level, count - 1));
      }
    }
  }

  /// Where two tiles disagree, the signed root says which of them was changed.
  private void settle(boolean rowsAreRight, long size, List<Doubt> doubts) {
    if (rowsAreRight) {
      for (var doubt : doubts) {
        var tile = doubt.level() + "/" + doubt.index() / WIDTH;
        findings.from(doubt.row(), "Tegel " + tile + " is niet die van de tegels eronder.");
      }
      return;
    }
    var from = doubts.isEmpty() ? size / WIDTH * WIDTH : doubts.getFirst().row();
    var to = Math.min(size, from + WIDTH) - 1;
    findings.from(
        doubts.isEmpty() ? 0 : from,
        doubts.isEmpty()
            ? "De tegels leiden niet naar de getekende wortel."
            : "Tegel 0/%d (de rijen %d tot en met %d) is niet die van het checkpoint."
                .formatted(from / WIDTH, from, to));
  }

  private LogbookReport report(Span span, long rows, long checkpoints, long tiles) {
    return new LogbookReport(key.origin(), span, rows, checkpoints, tiles, 0, 0, findings.list());
  }
}
