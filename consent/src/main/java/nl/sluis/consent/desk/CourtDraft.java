package nl.sluis.consent.desk;

import java.util.List;
import nl.sluis.consent.subject.Hmac;

/// A court's decision in the place of one parent's yes (BW 1:253a), as it was handed in.
///
/// @param replaces the keyed hash of the label of the parent whose yes it replaces
/// @param purpose the purpose that the decision names
/// @param receiverOin the receiver that the decision names
/// @param categories the categories that the decision names, all of them asked in this consent
/// @param sharingNamed whether the decision speaks of sharing, not only of the help itself
/// @param decidedOn the day of the decision
/// @param validUntil the first day on which it does not hold any more
/// @param referenceHash SHA-256 of the decision; the decision itself is never kept
/// @param caseNumber the ECLI or the number of the case; only looked at here, kept sealed
/// @param literalScope the words of the decision about its scope; only looked at here, kept sealed
/// @param evidence reference and literal scope, sealed
public record CourtDraft(
    Hmac replaces,
    String purpose,
    String receiverOin,
    List<String> categories,
    boolean sharingNamed,
    String decidedOn,
    String validUntil,
    String referenceHash,
    String caseNumber,
    String literalScope,
    SealedEvidence evidence) {
  /// Copies its parts.
  public CourtDraft {
    categories = List.copyOf(categories);
  }
}
