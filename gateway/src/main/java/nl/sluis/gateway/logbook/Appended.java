package nl.sluis.gateway.logbook;

import java.util.List;

/// A batch of rows that one transaction wrote, with the part of the tree that proves them.
///
/// Immutable; may be shared between threads.
public final class Appended {
  private final List<Logged> logged;
  private final LastRow last;
  private final BatchTree tree;
  private final byte[] root;

  Appended(List<Logged> logged, LastRow last, BatchTree tree) {
    this.logged = List.copyOf(logged);
    this.last = last;
    this.tree = tree;
    this.root = tree.root();
  }

  /// One proof per entry, in the order in which the entries were given.
  public List<Logged> logged() {
    return logged;
  }

  /// The number of rows in the logbook, this batch included.
  public long size() {
    return tree.size();
  }

  /// The root of the tree at this size.
  public byte[] root() {
    return root.clone();
  }

  /// The last of these rows.
  LastRow last() {
    return last;
  }

  BatchTree tree() {
    return tree;
  }
}
