package nl.sluis.dev.voorbeeld;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The scenarios of the folder `voorbeelden`, each played once for all specs that look at it.
final class PlayedOnce {
  private static final Path FOLDER = Path.of("src", "test", "resources", "voorbeelden");
  private static final Map<Path, Played> PLAYED = new HashMap<>();

  private PlayedOnce() {}

  static List<Path> files() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  static synchronized Played file(Path file) throws IOException {
    var played = PLAYED.get(file);
    if (played == null) {
      played = Played.alone(new ScenarioReader(TheConvenant.IN_FORCE, TheConvenant.ALL).read(file));
      PLAYED.put(file, played);
    }
    return played;
  }

  /// Every code and reason that a partner heard in one of them.
  static Set<String> heard() throws IOException {
    var heard = new TreeSet<String>();
    for (var file : files()) {
      heard.addAll(file(file).verdict().heard());
    }
    return heard;
  }
}
