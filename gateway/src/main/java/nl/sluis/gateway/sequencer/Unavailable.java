package nl.sluis.gateway.sequencer;

/// The database did not confirm. Whether the work was recorded is not known: the caller repeats the
/// same message and gets the original answer, or a first one.
public final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param cause why it is not known
  public Unavailable(Throwable cause) {
    super("the database did not confirm", cause);
  }
}
