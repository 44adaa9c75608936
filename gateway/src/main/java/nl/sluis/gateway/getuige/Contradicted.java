package nl.sluis.gateway.getuige;

/// A witness saw a logbook that this one is not the continuation of: a backup was put back, or the
/// rows were changed. No retry helps; a person has to look. The message is Dutch.
public final class Contradicted extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  Contradicted(String message) {
    super(message);
  }
}
