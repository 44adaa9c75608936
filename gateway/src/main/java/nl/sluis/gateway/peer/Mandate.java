package nl.sluis.gateway.peer;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Leave by one organisation for another to act in its name, in these roles, for these purposes.
///
/// Immutable; may be shared between threads.
///
/// @param id how Sluis knows it
/// @param party who gave it, and signed
/// @param supplier who may act
/// @param roles in which capacities of the party
/// @param purposes for what
/// @param from first instant
/// @param until instant from which it no longer holds
public record Mandate(
    UUID id,
    Oin party,
    Oin supplier,
    Set<Role> roles,
    Set<Purpose> purposes,
    Instant from,
    Instant until) {

  /// @throws IllegalArgumentException when it names no role, no purpose or no time
  public Mandate {
    roles = Set.copyOf(roles);
    purposes = Set.copyOf(purposes);
    if (roles.isEmpty() || purposes.isEmpty() || !from.isBefore(until)) {
      throw new IllegalArgumentException("a mandate names roles, purposes and a time");
    }
  }
}
