package nl.sluis.gateway.keys;

import java.nio.file.Path;
import java.util.Optional;

/// Where the key-encryption keys of a vault are: one place, or two while they move.
///
/// @param current where a new key-encryption key is made
/// @param previous where the one before may still be, to be read only
public record KekSources(KekSource current, Optional<KekSource> previous) {
  /// In a file, and nowhere else.
  public static KekSources file(Path file) {
    return new KekSources(new KekSource.OfFile(file), Optional.empty());
  }
}
