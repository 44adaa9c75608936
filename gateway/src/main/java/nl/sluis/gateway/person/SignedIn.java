package nl.sluis.gateway.person;

import java.util.Locale;
import java.util.Optional;
import nl.sluis.consent.subject.Hmac;

/// Somebody who logged in, or who is helped at a desk for a while. The number by which that is
/// known is gone; its keyed forms are left.
///
/// @param number by which this person has a place at a child
/// @param own by which this person is the child
/// @param level how sure it is who this is, for who logged in
/// @param help what this person gets at a desk; empty for who logged in
/// @param lent that this person's sight is lent to who logged in; empty for the person itself
public record SignedIn(
    Hmac number, Hmac own, Level level, Optional<Assistance> help, Optional<Lent> lent) {
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

  /// Somebody who logged in.
  public SignedIn(Hmac number, Hmac own, Level level) {
    this(number, own, level, Optional.empty(), Optional.empty());
  }

  /// Somebody whose sight is lent: what is shown is what that person may see at one child, and
  /// nothing is put on record.
  ///
  /// @param level how sure it is who the helper is
  public SignedIn(Hmac number, Hmac own, Level level, Lent lent) {
    this(number, own, level, Optional.empty(), Optional.of(lent));
  }

  /// By which children and lines are named in addresses.
  public Hmac names() {
    return lent.map(Lent::names).orElse(number);
  }

  /// How it is known who this is: the level of the login, or `loket`.
  public String sureness() {
    return help.isPresent() ? "loket" : level.name().toLowerCase(Locale.ROOT);
  }
}
