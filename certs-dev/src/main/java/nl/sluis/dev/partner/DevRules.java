package nl.sluis.dev.partner;

import java.nio.file.Path;
import java.util.Optional;
import nl.sluis.gateway.vorm.Beat;

/// By which convenanten it decides.
///
/// @param convenanten the folder of the texts; empty for those of this release
/// @param examplesCount false to run as production does, where an example carries nothing
/// @param beat when answers to who logged in leave; none lets a test wait for nothing
public record DevRules(Optional<Path> convenanten, boolean examplesCount, Beat beat) {
  /// Those of this release, examples among them.
  public static final DevRules SHIPPED = new DevRules(Optional.empty(), true, Beat.NONE);

  /// The same, and answers leave as a family gets them.
  public static final DevRules ON_THE_BEAT = new DevRules(Optional.empty(), true, Beat.STANDARD);

  /// Others than those of this release.
  public DevRules(Optional<Path> convenanten, boolean examplesCount) {
    this(convenanten, examplesCount, Beat.NONE);
  }
}
