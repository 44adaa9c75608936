package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/// The description as everybody reads it, made from the one source: what holds for every path is
/// said at every path, because that is where a program looks for it (NL API Design Rules).
///
/// The major version stands in the address of the server (uri-version), every answer has the header
/// `API-Version` (version-header), and whatever asks for input can be answered 400 (invalid-input).
/// Says nothing that is not true of every path. May be shared between threads.
final class Published {
  private static final String MAJOR = "/v1";
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch");
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String HEADER = "API-Version";

  /// Reading by whoever wants, from whichever page (CORS), is what publishing means.
  private static final Map<String, String> FOR_ANYBODY = Map.of("Access-Control-Allow-Origin", "*");

  /// Made when somebody first asks for it.
  private static final class Held {
    static final ObjectNode DOCUMENT = of(Description.ofThisGateway().document());
    static final String AS_JSON = DOCUMENT.toString();
    static final String AS_YAML = yaml(DOCUMENT);
  }

  private Published() {}

  /// What this gateway publishes, as JSON.
  static String json() {
    return Held.AS_JSON;
  }

  /// Adds the addresses at which the description is found: under the address of the server, which
  /// is the standard place, and at the root, where it is looked for as well.
  static void add(Router router, Web web) {
    for (var base : List.of("", MAJOR)) {
      web.add(
          router,
          GET,
          base + "/openapi.json",
          "",
          _ -> new Reply(200, "application/json", Held.AS_JSON, FOR_ANYBODY));
      web.add(
          router,
          GET,
          base + "/openapi.yaml",
          "",
          _ -> new Reply(200, "application/yaml", Held.AS_YAML, FOR_ANYBODY));
    }
  }

  /// The description with what holds for every path said at every path.
  ///
  /// @param source the description as it was written; is not changed
  static ObjectNode of(JsonNode source) {
    ObjectNode document = source.deepCopy();
    var root = document.at("/servers/0/url").asText();
    ((ObjectNode) document.at("/servers/0")).put("url", root + MAJOR);
    var paths = JSON.objectNode();
    for (var path : source.path("paths").properties()) {
      ObjectNode described = path.getValue().deepCopy();
      boolean within = path.getKey().startsWith(MAJOR + "/");
      if (!within && !described.has("servers")) {
        described.putArray("servers").addObject().put("url", root);
      }
      if (within && described.has("servers")) {
        under(described);
      }
      operations(described);
      paths.set(within ? path.getKey().substring(MAJOR.length()) : path.getKey(), described);
    }
    document.set("paths", paths);
    document.at("/components/responses").forEach(Published::version);
    ObjectNode components = (ObjectNode) document.path("components");
    components.withObject("/headers").set(HEADER, header(document));
    return document;
  }

  /// A path with servers of its own has the major version in their address as well.
  private static void under(ObjectNode path) {
    for (var server : path.path("servers")) {
      ((ObjectNode) server).put("url", server.path("url").asText() + MAJOR);
    }
  }

  private static void operations(ObjectNode path) {
    for (var member : path.properties()) {
      if (METHODS.contains(member.getKey())) {
        var responses = (ObjectNode) member.getValue().path("responses");
        boolean asks =
            !member.getKey().equals("get")
                || !path.path("parameters").isEmpty()
                || !member.getValue().path("parameters").isEmpty();
        if (asks && !responses.has("400")) {
          responses.putObject("400").put("$ref", "#/components/responses/Onjuist");
        }
        responses.forEach(Published::version);
      }
    }
  }

  private static void version(JsonNode response) {
    if (!response.has("$ref")) {
      ((ObjectNode) response)
          .withObject("/headers")
          .putObject(HEADER)
          .put("$ref", "#/components/headers/" + HEADER);
    }
  }

  private static ObjectNode header(ObjectNode document) {
    var version = document.at("/info/version").asText();
    var header = JSON.objectNode();
    header.put("description", "De hele versie van dit koppelvlak (Semantic Versioning).");
    header.putObject("schema").put("type", "string").put("example", version);
    return header;
  }

  private static String yaml(JsonNode document) {
    var settings = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
    return new Dump(settings).dumpToString(MAPPER.convertValue(document, Map.class));
  }
}
