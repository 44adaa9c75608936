package nl.sluis.gateway.peer;

/// Why what a responder said is not believed.
final class OcspFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final PeerFault.Cause cause;
  private final String problem;

  /// @param cause what a partner may be told
  /// @param problem what exactly, for our own log
  OcspFault(PeerFault.Cause cause, String problem) {
    super(problem);
    this.cause = cause;
    this.problem = problem;
  }

  PeerFault.Cause reason() {
    return cause;
  }

  String problem() {
    return problem;
  }
}
