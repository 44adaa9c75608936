package nl.sluis.gateway.logbook;

/// A row of the logbook is not what was written.
public final class BrokenRow extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final long index;

  BrokenRow(long index, Throwable cause) {
    super("row " + index + " is not what was written", cause);
    this.index = index;
  }

  /// The place of the row in the sequence.
  public long index() {
    return index;
  }
}
