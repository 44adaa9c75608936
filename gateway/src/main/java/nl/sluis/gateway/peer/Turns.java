package nl.sluis.gateway.peer;

import java.util.concurrent.atomic.AtomicLong;

/// Who began to read later: several threads read the same again when it changes, and one that was
/// slow MUST NOT put back what another found changed.
///
/// A reading that begins after a change finds it. So does every reading that begins later still,
/// and nothing is lost when the slower of two is passed over. Thread-safe.
final class Turns {
  private final AtomicLong begun = new AtomicLong();
  private long taken;

  /// A reading begins; its number.
  long begin() {
    return begun.incrementAndGet();
  }

  /// Whether no later one came first; if so, this one did.
  synchronized boolean isNewest(long turn) {
    if (turn <= taken) {
      return false;
    }
    taken = turn;
    return true;
  }
}
