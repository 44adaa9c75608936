package nl.sluis.gateway.peer;

/// A signed statement that cannot be believed: not in form, not signed by whom it says, or not in
/// time.
///
/// [#getMessage()] is for our own log and never holds what was stated.
public final class JwsFault extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param message what is wrong, lower case, without content
  public JwsFault(String message) {
    super(message);
  }
}
