package nl.sluis.gateway.aanmelding;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Attempts in the memory of one process, the newest so many: whoever begins without end pushes out
/// attempts and fills nothing. Thread-safe.
final class MemoryAttempts implements AttemptStore {
  static final int MOST = 10_000;

  private final Map<String, Instant> begun = new LinkedHashMap<>();

  @Override
  public synchronized void begin(Attempt attempt, Instant now) {
    Iterator<Instant> oldest = begun.values().iterator();
    while (oldest.hasNext()
        && (!now.isBefore(oldest.next().plus(Login.ATTEMPT)) || begun.size() >= MOST)) {
      oldest.remove();
    }
    begun.put(name(attempt), now);
  }

  @Override
  public synchronized Optional<Instant> take(Attempt attempt) {
    return Optional.ofNullable(begun.remove(name(attempt)));
  }

  private static String name(Attempt attempt) {
    return HexFormat.of().formatHex(attempt.key());
  }
}
