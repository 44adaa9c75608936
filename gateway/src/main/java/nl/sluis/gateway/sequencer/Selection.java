package nl.sluis.gateway.sequencer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Chooses how much of what waits may share one transaction.
///
/// Facts are read once per batch, so a work that writes a person's facts shares its batch with no
/// other work about that person; the order in which things came is never changed.
final class Selection {
  /// How many works share one transaction at most.
  static final int LIMIT = 256;

  private final Set<UUID> read = new HashSet<>();
  private final Set<UUID> written = new HashSet<>();
  private final Set<MessageKey> messages = new HashSet<>();
  private final Set<UUID> parcels = new HashSet<>();

  private Selection() {}

  /// How many of these, from the first on, may run together; at least one.
  static int prefix(List<? extends Pending<?>> waiting) {
    var selection = new Selection();
    int count = 0;
    while (count < waiting.size() && count < LIMIT && selection.takes(waiting.get(count))) {
      count++;
    }
    return count;
  }

  private boolean takes(Pending<?> pending) {
    var needs = pending.needs();
    if (needs.message().map(messages::contains).orElse(false)
        || needs.parcel().map(parcels::contains).orElse(false)
        || pending.subjects().stream().anyMatch(s -> clashes(s, needs.writesFacts()))) {
      return false;
    }
    needs.message().ifPresent(messages::add);
    needs.parcel().ifPresent(parcels::add);
    (needs.writesFacts() ? written : read).addAll(pending.subjects());
    return true;
  }

  private boolean clashes(UUID subject, boolean writes) {
    return written.contains(subject) || (writes && read.contains(subject));
  }
}
