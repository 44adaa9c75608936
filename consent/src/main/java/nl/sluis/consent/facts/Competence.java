package nl.sluis.consent.facts;

import java.time.Instant;

/// A professional's judgement whether someone can weigh this matter (Jeugdwet 7.3.15, BW 7:465).
///
/// @param seq in which order it was recorded
/// @param able the judgement
/// @param judgedAt when it was made
/// @param validUntil when it must be made again; nobody stays unable by default
public record Competence(long seq, boolean able, Instant judgedAt, Instant validUntil) {}
