package nl.sluis.gateway.client;

/// A logbook is not what it was: whoever sees this MUST stop trusting it and call its operator, and
/// keeps both checkpoints as evidence. The message is Dutch and names sizes only.
public final class Distrusted extends Exception {
  private static final long serialVersionUID = 1L;

  private final Cause cause;
  private final String kept;
  private final String shown;

  /// What is wrong.
  public enum Cause {
    /// The log did not sign it.
    ONGETEKEND,
    /// It is smaller than it was: rows are gone.
    TERUGVAL,
    /// It does not contain what it contained before: two logbooks bear one name.
    SPLITSING,
    /// It does not give the tiles that would prove that it only grew.
    GEEN_BEWIJS
  }

  Distrusted(Cause cause, String message, String kept, String shown) {
    super(message);
    this.cause = cause;
    this.kept = kept;
    this.shown = shown;
  }

  /// What is wrong.
  public Cause cause() {
    return cause;
  }

  /// The checkpoint that was kept; empty when there was none.
  public String kept() {
    return kept;
  }

  /// The checkpoint that was shown now.
  public String shown() {
    return shown;
  }
}
