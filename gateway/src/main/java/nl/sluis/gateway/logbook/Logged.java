package nl.sluis.gateway.logbook;

import java.util.HexFormat;

/// Proof that a row was written; only the logbook makes it.
///
/// It holds once the transaction it was written in has committed. Immutable; may be shared between
/// threads.
public final class Logged {
  private final long index;
  private final byte[] leaf;
  private final byte[] leafHash;

  Logged(long index, byte[] leaf, byte[] leafHash) {
    this.index = index;
    this.leaf = leaf;
    this.leafHash = leafHash;
  }

  /// The place of the row in the sequence, from 0.
  public long index() {
    return index;
  }

  /// The leaf: 65 bytes of commitments.
  public byte[] leaf() {
    return leaf.clone();
  }

  /// The hash of the leaf in the tree: 32 bytes.
  public byte[] leafHash() {
    return leafHash.clone();
  }

  @Override
  public String toString() {
    return "Logged[" + index + " " + HexFormat.of().formatHex(leafHash) + "]";
  }
}
