package nl.sluis.consent.subject;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// Which ids turned out to be one person; the smallest of them stands for all. For one thread.
public final class SamePerson {
  private final Map<UUID, UUID> parents = new HashMap<>();

  /// These two are one person.
  public void add(UUID one, UUID other) {
    var a = of(one);
    var b = of(other);
    if (!a.equals(b)) {
      parents.put(a.compareTo(b) < 0 ? b : a, a.compareTo(b) < 0 ? a : b);
    }
  }

  /// What is known here is known there too.
  void addTo(SamePerson other) {
    parents.forEach(other::add);
  }

  /// The id that stands for this person.
  public UUID of(UUID person) {
    var id = person;
    for (var next = parents.get(id); next != null; next = parents.get(id)) {
      id = next;
    }
    return id;
  }
}
