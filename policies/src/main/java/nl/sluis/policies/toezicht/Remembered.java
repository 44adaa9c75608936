package nl.sluis.policies.toezicht;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// On which day something was last seen, for a bounded number of things: beyond that the oldest go,
/// and how many went is counted. Not for sharing between threads.
///
/// @param <K> what is remembered
final class Remembered<K> {
  private final int most;
  private final Map<K, LocalDate> days = new LinkedHashMap<>();
  private long forgotten;

  /// @param most how many at most
  Remembered(int most) {
    this.most = most;
  }

  void put(K key, LocalDate day) {
    days.remove(key);
    days.put(key, day);
    if (days.size() > most) {
      days.remove(days.keySet().iterator().next());
      forgotten++;
    }
  }

  Optional<LocalDate> day(K key) {
    return Optional.ofNullable(days.get(key));
  }

  boolean has(K key) {
    return days.containsKey(key);
  }

  /// How many things went to make room.
  long forgotten() {
    return forgotten;
  }
}
