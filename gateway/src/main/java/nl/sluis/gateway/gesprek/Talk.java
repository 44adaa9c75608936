package nl.sluis.gateway.gesprek;

import java.time.LocalDate;
import java.util.UUID;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// A talk with a family, as a sender claimed it with a message that was accepted.
///
/// @param id by which the family points at it
/// @param subject the child
/// @param transaction the exchange with which it was claimed
/// @param condition the precondition that it meets, such as `besproken-met-ouders`
/// @param purpose what for
/// @param from who claims it
/// @param to whom the message was for
/// @param date the day on which it is said to have been
/// @param claim the keyed hash of everything that was claimed
public record Talk(
    UUID id,
    UUID subject,
    UUID transaction,
    String condition,
    Purpose purpose,
    PartyRole from,
    PartyRole to,
    LocalDate date,
    Hmac claim) {

  /// Is it the same claim, to the same receiver for the same purpose?
  public boolean isSameAs(Talk other) {
    return condition.equals(other.condition)
        && purpose.equals(other.purpose)
        && from.equals(other.from)
        && to.equals(other.to)
        && claim.equals(other.claim);
  }
}
