package nl.sluis.gateway.boot.convenant;

import java.io.IOException;
import java.nio.file.Path;
import nl.sluis.gateway.boot.Settings;

/// Reads the settings that somebody names with `--config`.
@FunctionalInterface
public interface ConfigReader {
  /// The settings in this file.
  ///
  /// @throws IllegalArgumentException naming everything that is wrong, in Dutch
  Settings read(Path file) throws IOException;
}
