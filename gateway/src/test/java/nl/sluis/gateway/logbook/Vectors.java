package nl.sluis.gateway.logbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Finds test vectors of others, which are read where they are and never copied.
final class Vectors {
  private static final Logger LOG = Logger.getLogger(Vectors.class.getName());

  private Vectors() {}

  /// A folder of vectors; where it is absent that is said, and the spec has nothing to compare.
  static Optional<Path> folder(String name) {
    var named = System.getenv("SLUIS_VECTORS");
    var root = named == null ? besideRepository() : Path.of(named);
    if (root == null || !Files.isDirectory(root.resolve(name))) {
      LOG.info("vectoren afwezig: " + name);
      return Optional.empty();
    }
    return Optional.of(root.resolve(name));
  }

  /// The vectors below a folder that is there: at least one, for an empty folder proves nothing.
  static List<Path> files(Path folder, String ending) throws IOException {
    try (var files = Files.walk(folder)) {
      var found = files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
      if (found.isEmpty()) {
        throw new IllegalStateException("no vectors in " + folder);
      }
      return found;
    }
  }

  private static @Nullable Path besideRepository() {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      var vectors = at.resolve("../shared/vectors").normalize();
      if (Files.exists(at.resolve("gateway")) && Files.isDirectory(vectors)) {
        return vectors;
      }
    }
    return null;
  }
}
