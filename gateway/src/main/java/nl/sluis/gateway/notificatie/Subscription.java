package nl.sluis.gateway.notificatie;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// That somebody wants to be told what lies ready for an organisation in a role.
///
/// Immutable; may be shared between threads.
///
/// @param id how Sluis knows it
/// @param party for whom and in which role something lies ready
/// @param holder who is told: the organisation itself, or a supplier as long as a mandate lets it
/// @param address where
/// @param subjects of what
/// @param since what was there before is not told
/// @param ended when it was ended; empty as long as it runs
public record Subscription(
    UUID id,
    PartyRole party,
    Oin holder,
    URI address,
    Set<Subject> subjects,
    Instant since,
    Optional<Instant> ended) {
  /// @throws IllegalArgumentException when it is about nothing, or the address is not https
  public Subscription {
    subjects = Set.copyOf(subjects);
    if (subjects.isEmpty() || !"https".equals(address.getScheme()) || address.getHost() == null) {
      throw new IllegalArgumentException("a subscription has subjects and an https address");
    }
  }
}
