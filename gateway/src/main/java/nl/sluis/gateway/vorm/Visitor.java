package nl.sluis.gateway.vorm;

import nl.sluis.gateway.person.SignedIn;

/// Who looks at a page, for as long as the session lasts.
///
/// @param who logged in
/// @param language in which this person reads now
/// @param easy whether this person reads the short texts with pictograms (A2)
/// @param formToken of the session; every form sends it back
public record Visitor(SignedIn who, Language language, boolean easy, String formToken) {
  @Override
  public String toString() {
    return "visitor in " + language.tag();
  }
}
