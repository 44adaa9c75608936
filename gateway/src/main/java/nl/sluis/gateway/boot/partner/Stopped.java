package nl.sluis.gateway.boot.partner;

/// A command ends here; the message says why and what to do, in Dutch, and never holds content.
final class Stopped extends Exception {
  private static final long serialVersionUID = 1L;

  private final Ending ending;

  Stopped(Ending ending, String message) {
    super(message);
    this.ending = ending;
  }

  Ending ending() {
    return ending;
  }
}
