package nl.sluis.gateway.aanmelding;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.person.SignedIn;

/// The provider at whom people log in, and how Sluis stands there: a broker for DigiD or
/// eHerkenning, Keycloak, or any other that speaks OpenID Connect. Immutable.
///
/// @param issuer its name, exactly as it writes it; discovery is found under it
/// @param client how it names Sluis
/// @param own the address at which browsers find Sluis, without a slash at the end
/// @param trust the authorities of its certificate, in one PEM file
/// @param metadata its metadata as a file; empty to ask for it (OpenID Connect Discovery 1.0)
/// @param claim the claim of the ID token with the BSN
/// @param levels which of its words (`acr`) means which level; any other is too low
public record ProviderLine(
    String issuer,
    String client,
    URI own,
    Path trust,
    Optional<Path> metadata,
    String claim,
    Map<String, SignedIn.Level> levels) {
  /// Where the provider sends a browser after logging in; registered there.
  public static final String RETURN = "/aanmelden/terug";

  /// Where Sluis publishes the key with which it makes itself known; registered there.
  public static final String KEYS = "/aanmelden/sleutels";

  /// Where the provider says that somebody logged out; registered there.
  public static final String BACK_CHANNEL = "/afmelden/melding";

  /// Where the provider sends a browser after logging out; registered there.
  public static final String AFTERWARDS = "/afmelden/klaar";

  /// Copies its map.
  public ProviderLine {
    levels = Map.copyOf(levels);
  }

  /// A path of Sluis as the provider knows it.
  URI own(String path) {
    return URI.create(own + path);
  }
}
