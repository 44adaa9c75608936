package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.JsonNode;

/// Finds a member by a path of names and numbers with dots, such as `redenen.0.code`.
final class JsonPath {
  private JsonPath() {}

  static JsonNode find(JsonNode json, String path) {
    var node = json;
    for (var member : path.split("\\.", -1)) {
      node =
          node.isArray() && member.matches("[0-9]{1,6}")
              ? node.path(Integer.parseInt(member))
              : node.path(member);
    }
    return node;
  }

  static String text(JsonNode node) {
    if (node.isMissingNode()) {
      return "afwezig";
    }
    return node.isValueNode() ? node.asText() : node.toString();
  }
}
