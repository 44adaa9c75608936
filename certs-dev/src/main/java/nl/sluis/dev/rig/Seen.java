package nl.sluis.dev.rig;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/// An answer over HTTPS; status 0 when none came.
///
/// @param status the HTTP status
/// @param body the text
public record Seen(int status, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// The body as JSON; missing when it is not.
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException _) {
      return MissingNode.getInstance();
    }
  }

  /// One member of the body; empty when it has none.
  public String text(String name) {
    return json().path(name).asText("");
  }
}
