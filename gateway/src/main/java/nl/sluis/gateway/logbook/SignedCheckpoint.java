package nl.sluis.gateway.logbook;

/// The head of the tree at one size, signed: a C2SP tlog-checkpoint.
///
/// Immutable; may be shared between threads. Only the logbook makes it.
public final class SignedCheckpoint {
  private final long size;
  private final String note;

  SignedCheckpoint(long size, String note) {
    this.size = size;
    this.note = note;
  }

  /// The number of rows that it covers.
  public long size() {
    return size;
  }

  /// The signed note, as it goes to others.
  public String note() {
    return note;
  }
}
