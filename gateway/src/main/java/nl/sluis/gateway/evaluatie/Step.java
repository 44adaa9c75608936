package nl.sluis.gateway.evaluatie;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// One thing that happened to what one person was asked after help. Immutable.
///
/// @param number its place among the others; later is more
/// @param person who was asked, or said it
/// @param until until when can be answered; only of a question
record Step(long number, Kind kind, UUID person, Optional<Instant> until, Instant at) {
  /// What happened.
  enum Kind {
    /// This person was asked.
    GEVRAAGD,
    /// This person answered.
    GEGEVEN,
    /// This person does not want to answer.
    NIET,
    /// This person took the answer back.
    INGETROKKEN,
    /// The organisation fetched the answer.
    OPGEHAALD;

    /// The Dutch word.
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
