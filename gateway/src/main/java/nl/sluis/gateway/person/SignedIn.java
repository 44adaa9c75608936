package nl.sluis.gateway.person;

import nl.sluis.consent.subject.Hmac;

/// Somebody who logged in. The number by which that is known is gone; its keyed forms are left.
///
/// @param number by which this person has a place at a child
/// @param own by which this person is the child
/// @param level how sure it is who this is
public record SignedIn(Hmac number, Hmac own, Level level) {
  /// How sure it is who somebody is (eIDAS); anything lower is not let in.
  public enum Level {
    /// As DigiD Midden with a check of an identity document, or better.
    SUBSTANTIEEL("http://eidas.europa.eu/LoA/substantial"),
    /// As DigiD Hoog.
    HOOG("http://eidas.europa.eu/LoA/high");

    private final String acr;

    Level(String acr) {
      this.acr = acr;
    }

    /// The word of the claim `acr`.
    public String acr() {
      return acr;
    }
  }
}
