package nl.sluis.policies.convenant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import nl.sluis.policies.convenant.ConvenantReader.Result;

/// The convenant that is shipped with Sluis, for specs.
public final class Shipped {
  private Shipped() {}

  /// The texts of the version of September 2026, by path.
  public static Map<String, String> files() {
    var files = new TreeMap<String, String>();
    for (var path : ConvenantFiles.paths(text(ConvenantFiles.INDEX))) {
      files.put(path, text(path));
    }
    return ConvenantFiles.perVersion(files)
        .getOrDefault("convenant/zuid-kennemerland/2026-09/", Map.of());
  }

  /// That version, read.
  public static Convenant convenant() {
    return switch (ConvenantReader.read(files())) {
      case Result.Whole(var convenant) -> convenant;
      case Result.Broken(var faults) ->
          throw new AssertionError(
              String.join("\n", faults.stream().map(ConvenantFault::toString).toList()));
    };
  }

  private static String text(String path) {
    try (var in = Shipped.class.getResourceAsStream("/" + path)) {
      if (in == null) {
        throw new AssertionError("no resource `" + path + "`");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
