package nl.sluis.gateway.exchange;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Bringing one report that did not arrive yet: what was handed over, and when to try again. The
/// pause doubles, to a minute at most. Thread-safe.
final class Attempt {
  private static final long FIRST_PAUSE = TimeUnit.SECONDS.toNanos(1);
  private static final long LONGEST_PAUSE = TimeUnit.MINUTES.toNanos(1);

  private Optional<String> bytes = Optional.empty();
  private long pause = FIRST_PAUSE;
  private long notBefore = System.nanoTime();

  /// What was handed over, to be brought again as it is.
  synchronized Optional<String> bytes() {
    return bytes;
  }

  synchronized void holds(String handedOver) {
    bytes = Optional.of(handedOver);
  }

  synchronized boolean isDue() {
    return System.nanoTime() - notBefore >= 0;
  }

  synchronized void failed() {
    notBefore = System.nanoTime() + pause;
    pause = Math.min(2 * pause, LONGEST_PAUSE);
  }
}
