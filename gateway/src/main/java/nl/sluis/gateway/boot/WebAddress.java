package nl.sluis.gateway.boot;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/// The address of a service elsewhere, to which a path can be added.
final class WebAddress {
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  private WebAddress() {}

  /// The address, if it is one over TLS and nothing stands in it that belongs elsewhere.
  ///
  /// @param here whether this machine may be called without TLS
  static Optional<URI> read(String text, boolean here) {
    try {
      var address = new URI(text);
      var local = here && "http".equals(address.getScheme()) && HERE.contains(address.getHost());
      var bare =
          address.getHost() != null
              && address.getRawUserInfo() == null
              && address.getRawQuery() == null
              && address.getRawFragment() == null
              && !text.endsWith("/");
      return bare && (local || "https".equals(address.getScheme()))
          ? Optional.of(address)
          : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
