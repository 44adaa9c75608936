package nl.sluis.gateway.aanmelding;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Sessions in the memory of one process: when it ends everybody is logged out, and nothing of it
/// is on a disk. Thread-safe.
final class MemorySessions implements SessionStore {
  private final Duration idle;
  private final Duration whole;
  private final Map<String, Held> held = new HashMap<>();

  @SuppressWarnings("ArrayRecordComponent") // bytes that are handed on; compared by nobody
  private record Held(Begun begun, byte[] sealed, Instant seen) {}

  /// @param idle after how long without a click one is over
  /// @param whole after how long one is over in any case
  MemorySessions(Duration idle, Duration whole) {
    this.idle = idle;
    this.whole = whole;
  }

  @Override
  public synchronized void insert(Begun begun) {
    var now = begun.at();
    held.values()
        .removeIf(
            one ->
                !now.isBefore(one.seen().plus(idle))
                    || !now.isBefore(one.begun().at().plus(whole)));
    held.put(name(begun.key()), new Held(begun, begun.sealed(), now));
  }

  @Override
  public synchronized Optional<Kept> find(byte[] key) {
    return Optional.ofNullable(held.get(name(key)))
        .map(one -> new Kept(one.sealed(), one.begun().at(), one.seen()));
  }

  @Override
  public synchronized boolean see(byte[] key, Instant now) {
    return held.computeIfPresent(
            name(key),
            (_, one) ->
                new Held(one.begun(), one.sealed(), now.isAfter(one.seen()) ? now : one.seen()))
        != null;
  }

  @Override
  public synchronized boolean replace(byte[] key, byte[] by, byte[] sealed) {
    var one = held.remove(name(key));
    if (one == null) {
      return false;
    }
    held.put(name(by), new Held(one.begun(), sealed, one.seen()));
    return true;
  }

  @Override
  public synchronized void end(byte[] key) {
    held.remove(name(key));
  }

  @Override
  public synchronized void endOfProviderPerson(byte[] subject, Instant before) {
    end(one -> Arrays.equals(one.atProvider(), subject), before);
  }

  @Override
  public synchronized void endOfProviderSession(byte[] session, Instant before) {
    end(one -> one.providerSession().filter(id -> Arrays.equals(id, session)).isPresent(), before);
  }

  private void end(Predicate<Begun> meant, Instant before) {
    held.values().removeIf(one -> meant.test(one.begun()) && one.begun().at().isBefore(before));
  }

  private static String name(byte[] key) {
    return HexFormat.of().formatHex(key);
  }
}
