package nl.sluis.gateway.aanmelding;

/// Why nobody was logged in. What it was exactly is for the operator; whoever tries to get in as
/// somebody else hears no more than that it did not work.
public final class LoginFault extends Exception {
  private static final long serialVersionUID = 1L;

  /// What can be wrong.
  public enum Cause {
    /// The attempt is not of this browser, too old, or finished before.
    VERLOPEN,
    /// Somebody chose to stop.
    AFGEBROKEN,
    /// What came back cannot be believed.
    ONGELDIG,
    /// It is not sure enough who it is.
    TE_LICHT,
    /// The provider cannot be reached now.
    NIET_BEREIKBAAR
  }

  private final Cause cause;

  /// @param detail for the operator; MUST NOT hold anything that came from outside
  LoginFault(Cause cause, String detail) {
    super(detail);
    this.cause = cause;
  }

  /// What is wrong.
  public Cause reason() {
    return cause;
  }
}
