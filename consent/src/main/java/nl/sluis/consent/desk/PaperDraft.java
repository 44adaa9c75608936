package nl.sluis.consent.desk;

import java.util.Optional;

/// What somebody did with a text on paper, as a desk writes it down; what was left out is an empty
/// text.
///
/// @param voice whose words these are
/// @param word `gelezen`, `akkoord` or `tegengehouden`
/// @param at when it was
/// @param proof how it is known; looked at here, never stored in the clear
/// @param evidence the same proof, sealed
/// @param remark what this person wants to go along, sealed; empty when nothing
public record PaperDraft(
    Voice voice,
    String word,
    String at,
    StatementDraft.Proof proof,
    SealedEvidence evidence,
    Optional<SealedEvidence> remark) {}
