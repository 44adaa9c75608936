package nl.sluis.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// What `docs/openapi.yaml` says, which the build puts beside the code: the one source of what is
/// published and of what may come in (NL API Design Rules, all-errors and invalid-input).
///
/// Read when the first request that it is about comes in. Immutable; may be shared between threads.
final class Description {
  private static final String RESOURCE = "/openapi.yaml";
  private static final JsonMapper JSON = new JsonMapper();

  private final JsonNode document;
  private final Map<String, Shape> bodies = new HashMap<>();

  /// The one description there is; reading it takes a while, and whoever needs it waits for that.
  private static final class Held {
    static final Description DESCRIPTION = new Description(read());
  }

  Description(JsonNode document) {
    this.document = document;
    var schemas = document.at("/components/schemas");
    for (var path : document.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        var schema = operation.getValue().at("/requestBody/content/application~1json/schema");
        if (!schema.isMissingNode()) {
          var method = operation.getKey().toUpperCase(Locale.ROOT);
          bodies.put(method + " " + path.getKey(), new Shape(schema, schemas));
        }
      }
    }
  }

  /// What this gateway publishes.
  static Description ofThisGateway() {
    return Held.DESCRIPTION;
  }

  /// The whole document, as it was written. MUST NOT be changed.
  JsonNode document() {
    return document;
  }

  private static JsonNode read() {
    try (var yaml = Description.class.getResourceAsStream(RESOURCE)) {
      if (yaml == null) {
        throw new IllegalStateException("`openapi.yaml` is not beside the code");
      }
      var text = new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
      return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What is wrong with a JSON body; nothing, when the description does not know the path.
  ///
  /// @param route the path as the router has it, with its variables as `:id`
  List<InputFault.Field> body(HttpMethod method, String route, JsonNode body) {
    var shape = bodies.get(method.name() + " " + route.replaceAll(":([a-z]+)", "{$1}"));
    return shape == null ? List.of() : shape.faults(body);
  }
}
