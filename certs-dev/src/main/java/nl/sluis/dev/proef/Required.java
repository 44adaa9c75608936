package nl.sluis.dev.proef;

import com.fasterxml.jackson.databind.JsonNode;

/// Which fields of a body the description of the interface makes mandatory.
///
/// Immutable; may be shared between threads.
final class Required {
  private static final String VERSION = "/v1";
  private final JsonNode description;

  /// @param description the OpenAPI document, as the gateway gives it
  Required(JsonNode description) {
    this.description = description;
  }

  /// How many mandatory fields stand in this body, each counted where it is filled in.
  ///
  /// @param path such as `/v1/toestemmingsverzoeken`; the description has that version in the
  ///   address of the server
  /// @throws IllegalStateException when one is missing, or the path takes no body
  int in(JsonNode body, String path) {
    var schema =
        description
            .path("paths")
            .path(path.startsWith(VERSION) ? path.substring(VERSION.length()) : path)
            .path("post")
            .path("requestBody")
            .path("content")
            .path("application/json")
            .path("schema");
    if (schema.isMissingNode()) {
      throw new IllegalStateException("no body is described for " + path);
    }
    return count(resolved(schema), body);
  }

  private int count(JsonNode schema, JsonNode value) {
    int fields = 0;
    for (var part : schema.path("allOf")) {
      fields += count(resolved(part), value);
    }
    for (var name : schema.path("required")) {
      var field = value.get(name.asText());
      if (field == null) {
        throw new IllegalStateException("a mandatory field is not there: " + name.asText());
      }
      fields += filled(resolved(schema.path("properties").path(name.asText())), field);
    }
    return fields;
  }

  private int filled(JsonNode schema, JsonNode value) {
    if (value.isArray()) {
      int fields = 0;
      for (var one : value) {
        fields += filled(resolved(schema.path("items")), one);
      }
      return fields;
    }
    return value.isObject() ? count(schema, value) : 1;
  }

  private JsonNode resolved(JsonNode schema) {
    var pointer = schema.path("$ref").asText("");
    return pointer.isEmpty() ? schema : description.at(pointer.substring(1));
  }
}
