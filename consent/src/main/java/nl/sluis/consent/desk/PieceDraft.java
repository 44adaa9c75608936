package nl.sluis.consent.desk;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// A text to be read before it goes, as it is laid ready.
///
/// @param subject the child
/// @param purpose what for
/// @param from who wants to send it
/// @param to for whom it is
/// @param condition the precondition of the rule that reading meets
/// @param categories what is in it
/// @param readUntil when the term of its readers is over
/// @param goodUntil until when it counts that it was read
/// @param content what it says, sealed
public record PieceDraft(
    UUID subject,
    Purpose purpose,
    PartyRole from,
    PartyRole to,
    Condition condition,
    Set<DataCategory> categories,
    Instant readUntil,
    Instant goodUntil,
    SealedEvidence content) {
  /// Copies its parts.
  public PieceDraft {
    categories = Set.copyOf(categories);
  }
}
