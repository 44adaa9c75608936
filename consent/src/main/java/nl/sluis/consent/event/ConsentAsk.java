package nl.sluis.consent.event;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// What was asked: one purpose, one sender, one receiver, these categories. It never changes.
///
/// @param id its identifier
/// @param subject the person concerned
/// @param purpose what for
/// @param sender who may send, in which role
/// @param receiver who may receive, in which role
/// @param categories what may be shared
/// @param validUntil first instant at which it does not hold any more
/// @param oneOff whether it is used up by one disclosure
/// @param text the purpose as it read when it was asked, hashed; empty when that is not known
public record ConsentAsk(
    UUID id,
    UUID subject,
    Purpose purpose,
    PartyRole sender,
    PartyRole receiver,
    Set<DataCategory> categories,
    Instant validUntil,
    boolean oneOff,
    String text) {
  /// Copies its parts.
  public ConsentAsk {
    categories = Set.copyOf(categories);
  }
}
