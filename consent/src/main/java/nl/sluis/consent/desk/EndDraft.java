package nl.sluis.consent.desk;

/// How a consent ends, or stops counting, otherwise than by the words of a giver; as it was handed
/// in.
public sealed interface EndDraft {
  /// Who answers for it, and why; sealed as it was handed in.
  ///
  /// @param reason in words; looked at here, never stored in the clear
  /// @param byId pseudonymous id of who decided
  /// @param byFunction that person's function
  /// @param evidence the same, sealed
  record Why(String reason, String byId, String byFunction, SealedEvidence evidence) {}

  /// The sender or the receiver gives the consent up.
  record Revocation(Why why) implements EndDraft {}

  /// A court or a supervisor set it aside.
  ///
  /// @param authority `rechter` or `toezichthouder`
  /// @param decidedOn the day of the decision
  /// @param documentHash SHA-256 of the decision; the decision itself is never kept
  record Invalidation(String authority, String decidedOn, String documentHash, Why why)
      implements EndDraft {}

  /// It rests, because somebody is in danger.
  ///
  /// @param until when it ends by itself
  record Suspension(String until, Why why) implements EndDraft {}

  /// What was recorded of somebody's words was wrong.
  ///
  /// @param voice whose words
  /// @param utterance which words, such as `gegeven`
  record Correction(Voice voice, String utterance, Why why) implements EndDraft {}

  /// Who answers for it, and why.
  Why why();
}
