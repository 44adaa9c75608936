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
    return Texts.yaml(FILE).map(root -> digests(root)).orElse(Set.of());
  }

  static Set<String> digests(Map<?, ?> root) {
    List<?> lines = root.get("vastgesteld") instanceof List<?> list ? list : List.of();
    return lines.stream()
        .filter(line -> says(line, "door") && says(line, "op"))
        .map(line -> word(line, "sha256"))
        .filter(digest -> !digest.isBlank())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean says(Object line, String key) {
    return !word(line, key).isBlank();
  }

  private static String word(Object line, String key) {
    return line instanceof Map<?, ?> map && map.get(key) instanceof String word ? word : "";
  }
}
