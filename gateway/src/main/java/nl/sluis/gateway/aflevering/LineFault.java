package nl.sluis.gateway.aflevering;

/// Why the door of a receiver could not be reached, or did not answer.
public final class LineFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final String why;

  /// @param why a word without personal data, such as `geen-verbinding`
  public LineFault(String why) {
    super(why);
    this.why = why;
  }

  /// @param why a word without personal data
  /// @param cause what was thrown; never shown to anybody outside
  LineFault(String why, Throwable cause) {
    super(why, cause);
    this.why = why;
  }

  /// The word.
  public String why() {
    return why;
  }
}
