package nl.sluis.policies.convenant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Where the texts of the convenanten stand: `convenant/index.txt` names every path, one per line.
///
/// The caller loads the texts; this only says which there are and which belong together.
public final class ConvenantFiles {
  /// The class-path resource that names all others.
  public static final String INDEX = "convenant/index.txt";

  private static final String HEAD = "convenant.yaml";
  private static final Pattern BASIS = Pattern.compile("(?m)^basis: *([A-Za-z0-9./-]+) *$");

  private ConvenantFiles() {}

  /// The paths that the text of the index names.
  public static List<String> paths(String index) {
    return index.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
  }

  /// The files of each version with those of its model text, by the folder of the version.
  public static SortedMap<String, Map<String, String>> perVersion(Map<String, String> files) {
    var versions = new TreeMap<String, Map<String, String>>();
    files.forEach(
        (path, head) -> {
          if (path.endsWith("/" + HEAD)) {
            var folder = path.substring(0, path.length() - HEAD.length());
            var own = new TreeMap<String, String>();
            under(folder, files, own);
            model(folder, head).ifPresent(m -> under(m, files, own));
            versions.put(folder, own);
          }
        });
    return versions;
  }

  /// The folder of the model text that this head names.
  private static Optional<String> model(String folder, String head) {
    var basis = BASIS.matcher(head);
    return basis.find() ? Optional.of(root(folder) + basis.group(1) + "/") : Optional.empty();
  }

  /// The folder that holds the folders of convenanten and of models: two steps up.
  static String root(String folder) {
    var id = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    int version = Math.max(0, id.lastIndexOf('/'));
    return id.substring(0, id.lastIndexOf('/', version - 1) + 1);
  }

  private static void under(String folder, Map<String, String> files, Map<String, String> into) {
    files.forEach(
        (path, text) -> {
          if (path.startsWith(folder)) {
            into.put(path, text);
          }
        });
  }
}
