package nl.sluis.policies.convenant;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Where the texts of the convenants stand: `convenant/index.txt` names every path, one per line.
///
/// The caller loads the texts; this only says which there are and which belong together.
public final class ConvenantFiles {
  /// The class-path resource that names all others.
  public static final String INDEX = "convenant/index.txt";

  private ConvenantFiles() {}

  /// The paths that the text of the index names.
  public static List<String> paths(String index) {
    return index.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
  }

  /// The files of each version, by the folder of the version.
  public static SortedMap<String, Map<String, String>> perVersion(Map<String, String> files) {
    var versions = new TreeMap<String, Map<String, String>>();
    for (var path : files.keySet()) {
      if (path.endsWith("/convenant.yaml")) {
        var folder = path.substring(0, path.length() - "convenant.yaml".length());
        var own = new TreeMap<String, String>();
        files.forEach(
            (p, text) -> {
              if (p.startsWith(folder)) {
                own.put(p, text);
              }
            });
        versions.put(folder, own);
      }
    }
    return versions;
  }
}
