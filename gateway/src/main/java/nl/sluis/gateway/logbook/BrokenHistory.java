package nl.sluis.gateway.logbook;

/// The keys of a logbook do not follow from each other.
public final class BrokenHistory extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int statement;

  /// @param statement the first that does not hold; 0 when they hold and the known key is not in
  ///   them
  BrokenHistory(int statement) {
    super("statement " + statement + " of the key history does not hold");
    this.statement = statement;
  }

  /// The first that does not hold; 0 when they hold and the known key is not among them.
  public int statement() {
    return statement;
  }
}
