package nl.sluis.consent.desk;

import nl.sluis.consent.event.ConsentAsk;

/// A question that was put to a family, with the text that was shown.
///
/// @param ask what was asked
/// @param shown the text
public record Asked(ConsentAsk ask, Shown shown) {
  /// The text that was shown when it was asked.
  ///
  /// @param hash SHA-256 of it
  /// @param language in which language
  public record Shown(String hash, String language) {}
}
