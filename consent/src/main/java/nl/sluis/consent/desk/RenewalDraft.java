package nl.sluis.consent.desk;

/// Somebody says again what that person said before, as it was handed in.
///
/// @param said what that person says, with its proof; its `utterance` does not matter
/// @param textHash SHA-256 of the text that was shown; it must be the text of the question
/// @param validUntil the first day on which it does not hold any more
public record RenewalDraft(StatementDraft said, String textHash, String validUntil) {}
