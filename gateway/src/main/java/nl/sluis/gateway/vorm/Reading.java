package nl.sluis.gateway.vorm;

import java.util.Map;
import java.util.Optional;

/// In which language somebody reads, and whether in short texts; kept in the browser for as long as
/// it is open, and nowhere else.
///
/// No table of Sluis holds who reads Tigrinya, and a browser that closes forgets it; who comes back
/// chooses with one click, before logging in if need be.
///
/// @param language chosen; Dutch for who chose none
/// @param easy short texts with pictograms (A2)
public record Reading(Language language, boolean easy) {
  /// The name of the cookie.
  public static final String COOKIE = "__Host-taal";

  private static final String EASY = ".makkelijk";

  /// What the browser sent; anything else than what we gave is Dutch.
  public static Reading of(Map<String, String> cookies) {
    return of(cookies.getOrDefault(COOKIE, ""));
  }

  private static Reading of(String value) {
    var easy = value.endsWith(EASY);
    var tag = easy ? value.substring(0, value.length() - EASY.length()) : value;
    Optional<Language> language = Language.of(tag);
    return new Reading(language.orElse(Language.NL), easy && language.isPresent());
  }

  /// The same, as the browser keeps it: without a last day, so until it closes.
  public String cookie() {
    return COOKIE
        + "="
        + language.tag()
        + (easy ? EASY : "")
        + "; Path=/; Secure; HttpOnly; SameSite=Lax";
  }
}
