package nl.sluis.gateway.convenant;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.sluis.policies.convenant.ConvenantFiles;

/// Where the texts of the convenanten come from: those of this release, or a folder of the
/// operator.
///
/// May be shared between threads.
@FunctionalInterface
public interface ConvenantTexts {
  /// What every path starts with, so that faults name a file in the same way wherever it stands.
  String ROOT = "convenant/";

  /// The text of every file by path, as they are now.
  ///
  /// @throws IOException when they cannot be read
  Map<String, String> read() throws IOException;

  /// The texts in this folder, or those of this release when there is none.
  static ConvenantTexts of(Optional<Path> folder) {
    return folder.map(ConvenantTexts::in).orElse(ConvenantTexts::shipped);
  }

  private static ConvenantTexts in(Path folder) {
    return () -> {
      var files = new TreeMap<String, String>();
      try (var paths = Files.walk(folder, 5)) {
        for (var path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
          var name = folder.relativize(path).toString().replace('\\', '/');
          if (name.endsWith(".yaml") || name.endsWith(".json")) {
            files.put(ROOT + name, Files.readString(path));
          }
        }
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      return files;
    };
  }

  private static Map<String, String> shipped() throws IOException {
    var files = new TreeMap<String, String>();
    for (var path : ConvenantFiles.paths(resource(ConvenantFiles.INDEX))) {
      files.put(path, resource(path));
    }
    return files;
  }

  private static String resource(String path) throws IOException {
    try (InputStream in = ConvenantTexts.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IOException("`" + path + "` is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
