package nl.sluis.consent.desk;

import nl.sluis.consent.subject.Hmac;

/// What a partner found out about gezag, as it was handed in; what was left out is an empty text.
///
/// @param custody who has gezag, from when, and from where that is known
/// @param validUntil first day on which it is not so any more; may be empty
/// @param referenceHash SHA-256 of the document on which it rests; the document is never kept
/// @param domain of a part that a court gave away: which part; else empty
/// @param sharingNamed whether that court spoke of sharing
/// @param reporter the keyed hash of who found out, by the partner's own word
public record CustodyDraft(
    FamilyDraft.Custody custody,
    String validUntil,
    String referenceHash,
    String domain,
    boolean sharingNamed,
    Hmac reporter) {
  /// The word for the situation in which a court gave a part of gezag away (BW 1:265e).
  public static final String PART = "deelgezag";

  /// The capacity of a parent who has no gezag: known here, and never asked to sign (BW 1:377c).
  public static final String WITHOUT = "ouder-zonder-gezag";

  /// Is it about a part of gezag?
  boolean isPart() {
    return custody.situation().equals(PART);
  }
}
