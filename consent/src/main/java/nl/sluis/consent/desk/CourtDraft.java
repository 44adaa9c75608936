package nl.sluis.consent.desk;

import nl.sluis.consent.subject.Hmac;

/// A court's decision in the place of one parent's yes (BW 1:253a), as it was handed in.
///
/// @param replaces the keyed hash of the label of the parent whose yes it replaces
/// @param purpose the purpose that the decision names
/// @param receiverOin the receiver that the decision names
/// @param sharingNamed whether the decision speaks of sharing, not only of the help itself
/// @param decidedOn the day of the decision
/// @param validUntil the first day on which it does not hold any more
/// @param referenceHash SHA-256 of the decision; the decision itself is never kept
/// @param evidence reference and literal scope, sealed
public record CourtDraft(
    Hmac replaces,
    String purpose,
    String receiverOin,
    boolean sharingNamed,
    String decidedOn,
    String validUntil,
    String referenceHash,
    SealedEvidence evidence) {}
