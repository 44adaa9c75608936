package nl.sluis.gateway.tijdstempel;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which authority gives timestamps, and how often it is asked.
///
/// @param address where it listens, `http` or `https`; its answers are signed, so either will do
/// @param trust its issuers, in one PEM file
/// @param revocationLists their CRLs; empty when revocation is not looked at
/// @param policy the policy under which stamps are agreed on; empty when any will do
/// @param every how long between two stamps at least
public record StampLine(
    URI address, Path trust, List<Path> revocationLists, Optional<String> policy, Duration every) {
  /// Copies the list.
  public StampLine {
    revocationLists = List.copyOf(revocationLists);
  }

  /// An address at which an authority can be asked; empty when this is none.
  public static Optional<URI> address(String text) {
    try {
      var address = new URI(text);
      return Set.of("http", "https").contains(String.valueOf(address.getScheme()))
              && address.getHost() != null
              && address.getRawUserInfo() == null
          ? Optional.of(address)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
