package nl.sluis.consent.leesmee;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// A text that lies ready to be read before it goes to one receiver, without what it says.
/// Immutable.
///
/// @param id by which everybody points at it
/// @param subject the child
/// @param purpose what for
/// @param condition the precondition that reading meets, such as `tekst-akkoord-gezin`
/// @param from who wants to send it
/// @param to for whom it is
/// @param categories what is in it
/// @param laidAt when it was laid ready
/// @param readUntil the first instant at which the term of its readers is over
/// @param goodUntil the first instant at which that it was read counts no more
/// @param held whether nobody was shown it, since a reader may not know of the sender or receiver
public record Piece(
    UUID id,
    UUID subject,
    Purpose purpose,
    String condition,
    PartyRole from,
    PartyRole to,
    Set<DataCategory> categories,
    Instant laidAt,
    Instant readUntil,
    Instant goodUntil,
    boolean held) {
  /// Copies its parts.
  public Piece {
    categories = Set.copyOf(categories);
  }

  /// Is it about the same child, purpose, sender and receiver? Of those only the newest counts.
  public boolean isSameMatterAs(Piece other) {
    return subject.equals(other.subject)
        && purpose.equals(other.purpose)
        && from.equals(other.from)
        && to.equals(other.to);
  }
}
