package nl.sluis.consent.leesmee;

import java.time.Instant;
import java.util.UUID;

/// One thing that happened to one text and one person. Immutable.
///
/// @param person whom it is of, as one person whatever partners call them
/// @param word what happened
/// @param onPaper whether somebody else wrote it down; otherwise the person was logged in
/// @param at when
/// @param byAnother whether a place at the child was taken back since, so that who was logged in
///   may have been another: then it opens nothing
public record ReadingEvent(
    UUID person, ReadingWord word, boolean onPaper, Instant at, boolean byAnother) {
  /// Does it count for letting a text go? What stops counts always.
  boolean opens() {
    return onPaper || !byAnother;
  }
}
