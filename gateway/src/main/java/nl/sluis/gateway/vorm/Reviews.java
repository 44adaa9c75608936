package nl.sluis.gateway.vorm;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Who signed for a translation: `teksten/vaststellingen.yaml`. A signature is about one number, so
/// it ends with the first letter that changes.
final class Reviews {
  private static final String FILE = "/teksten/vaststellingen.yaml";

  private Reviews() {}

  /// The numbers that were signed by somebody with a name, on a day.
  static Set<String> digests() {
    return Texts.yaml(FILE)
        .map(root -> root.get("vastgesteld"))
        .filter(List.class::isInstance)
        .map(List.class::cast)
        .map(lines -> digests(lines))
        .orElse(Set.of());
  }

  static Set<String> digests(List<?> lines) {
    return lines.stream()
        .filter(Map.class::isInstance)
        .map(line -> (Map<?, ?>) line)
        .filter(line -> says(line, "door") && says(line, "op") && says(line, "sha256"))
        .map(line -> String.valueOf(line.get("sha256")))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean says(Map<?, ?> line, String key) {
    return line.get(key) != null && !String.valueOf(line.get(key)).isBlank();
  }
}
