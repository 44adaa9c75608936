package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/// The codes that an answer holds, wherever they stand in it: of a problem, of a reason, of what
/// was withheld, of a stated case.
final class Heard {
  private static final List<String> ONE = List.of("code", "reden");
  private static final String SEVERAL = "codes";

  private Heard() {}

  static void codesIn(JsonNode json, Set<String> codes) {
    for (var name : ONE) {
      if (json.path(name).isTextual()) {
        codes.add(json.path(name).asText());
      }
    }
    json.path(SEVERAL).forEach(code -> codes.add(code.asText()));
    json.forEach(child -> codesIn(child, codes));
  }
}
