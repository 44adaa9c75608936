package nl.sluis.consent.sight;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What is hidden about one child, from whom, and whom the child lets look.
///
/// Immutable; may be shared between threads.
///
/// @param from the persons from whom a line is hidden, by what the line is about
/// @param openedFor whom a youth of sixteen or seventeen lets see, of those who have gezag
public record Hidden(Map<UUID, Set<UUID>> from, Set<UUID> openedFor) {
  /// Copies its parts.
  public Hidden {
    from = Map.copyOf(from);
    openedFor = Set.copyOf(openedFor);
  }

  /// Nothing is hidden, and nothing was opened.
  public static Hidden nothing() {
    return new Hidden(Map.of(), Set.of());
  }

  /// Is the line about this hidden from this person?
  public boolean isFrom(UUID about, UUID person) {
    return from.getOrDefault(about, Set.of()).contains(person);
  }
}
