package nl.sluis.gateway.boot.convenant;

/// Somebody asked for something that cannot be done as asked; the message says what can, in Dutch.
final class WrongUse extends Exception {
  private static final long serialVersionUID = 1L;

  WrongUse(String message) {
    super(message);
  }
}
