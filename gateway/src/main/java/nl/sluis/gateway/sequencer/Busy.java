package nl.sluis.gateway.sequencer;

/// More work waits than may wait. The caller tries again; nothing was done.
public final class Busy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Busy() {
    super("too much work waits", null, false, false);
  }
}
