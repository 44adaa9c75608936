package nl.sluis.gateway.edge;

import java.time.Duration;

/// A partner asked for more than its share. Nothing was done and nothing is remembered of it; the
/// same request may come again.
public final class TooMuch extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final long NANOS = 1_000_000_000L;

  private final long waitSeconds;

  TooMuch(Duration wait) {
    super("more than the share of this partner", null, false, false);
    // Up, for a second that is not over yet would refuse again.
    this.waitSeconds = Math.max(1, (wait.toNanos() + NANOS - 1) / NANOS);
  }

  /// After how many whole seconds there is room again, for `Retry-After`.
  public long waitSeconds() {
    return waitSeconds;
  }
}
