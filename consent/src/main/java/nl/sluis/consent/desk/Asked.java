package nl.sluis.consent.desk;

import java.time.Instant;
import nl.sluis.consent.event.ConsentAsk;

/// A question that was put to a family, with the text that was shown.
///
/// @param ask what was asked
/// @param shown the text
/// @param at when
public record Asked(ConsentAsk ask, Shown shown, Instant at) {
  /// The text that was shown when it was asked.
  ///
  /// @param hash SHA-256 of it
  /// @param language in which language
  public record Shown(String hash, String language) {}
}
