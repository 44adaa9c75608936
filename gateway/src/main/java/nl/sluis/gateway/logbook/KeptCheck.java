package nl.sluis.gateway.logbook;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/// Holds checkpoints that somebody kept elsewhere against the tree of today.
///
/// What no look at the database alone can find, this finds: a logbook that was written again whole
/// and signed with the real key. For one thread.
final class KeptCheck {
  private final Deque<OpenedCheckpoint> open;
  private final Findings findings;
  private long checked;

  KeptCheck(List<OpenedCheckpoint> kept, Findings findings) {
    this.open =
        new ArrayDeque<>(
            kept.stream().sorted(Comparator.comparingLong(OpenedCheckpoint::size)).toList());
    this.findings = findings;
  }

  /// To be called before the first row and after each.
  void reached(TreeStack tree) {
    while (!open.isEmpty() && open.peek().size() == tree.size()) {
      compare(open.pop(), tree.root());
    }
  }

  /// The sizes that were not reached yet, smallest first.
  List<OpenedCheckpoint> open() {
    return List.copyOf(open);
  }

  void compare(OpenedCheckpoint kept, byte[] root) {
    checked++;
    open.remove(kept);
    if (!Arrays.equals(kept.root(), root)) {
      findings.from(
          0,
          ("Het bewaarde checkpoint bij %d rijen hoort bij andere rijen: het logboek is"
                  + " herschreven, ook als het in zichzelf klopt.")
              .formatted(kept.size()));
    }
  }

  /// To be called after the last row.
  void finish(long size) {
    for (var kept : open) {
      findings.from(
          size,
          (kept.size() > size
                  ? "Het bewaarde checkpoint telt %d rijen en het logboek %d: het einde ontbreekt,"
                      + " of een oude reservekopie is teruggezet."
                  : "Het bewaarde checkpoint bij %d van %d rijen valt buiten dit deel en is niet"
                      + " nagegaan.")
              .formatted(kept.size(), size));
    }
  }

  long checked() {
    return checked;
  }
}
