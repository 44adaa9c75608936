package nl.sluis.policies.convenant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.sluis.policies.convenant.ConvenantReader.Result;
import nl.sluis.policies.terms.NonEmpty;

/// The convenanten that are shipped with Sluis, for specs.
public final class Shipped {
  /// The folder of the convenant that most specs are about.
  public static final String ZUID = "convenant/zuid-kennemerland/2026-09/";

  /// The folder of the model text.
  public static final String MODEL = "convenant/model-kennemerland/2026-09/";

  private static final String EXAMPLE = "\nstatus: voorbeeld\n";
  private static final String ADOPTED = "\nstatus: vastgesteld\n";

  private Shipped() {}

  /// The texts of every version with those of its model, by folder.
  public static SortedMap<String, Map<String, String>> versions() {
    var files = new TreeMap<String, String>();
    for (var path : ConvenantFiles.paths(text(ConvenantFiles.INDEX))) {
      files.put(path, text(path));
    }
    return ConvenantFiles.perVersion(files);
  }

  /// The texts of Zuid-Kennemerland of September 2026 with those of the model, by path.
  public static Map<String, String> files() {
    return versions().getOrDefault(ZUID, Map.of());
  }

  /// That version, read.
  public static Convenant convenant() {
    return read(files());
  }

  /// Every version, read.
  public static List<Convenant> all() {
    return versions().values().stream().map(Shipped::read).toList();
  }

  /// Every version as if the parties had adopted it, before a lawyer decided anything.
  public static List<Convenant> adopted() {
    return versions().values().stream()
        .map(TreeMap::new)
        .peek(files -> files.replaceAll((_, text) -> text.replace(EXAMPLE, ADOPTED)))
        .map(Shipped::read)
        .toList();
  }

  /// All of them on one shelf.
  public static ConvenantShelf shelf() {
    return new ConvenantShelf(new NonEmpty<>(all()));
  }

  /// What these files say.
  public static Convenant read(Map<String, String> files) {
    return switch (ConvenantReader.read(files)) {
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
