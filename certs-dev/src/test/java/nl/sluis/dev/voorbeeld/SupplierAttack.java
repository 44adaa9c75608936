package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.policies.terms.Oin;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// A supplier that tries every path of the gateway for partners in the name of a school that does
/// not let it, with what that school really has; then the same with names of nothing; then the
/// school herself.
///
/// What it sends is the example of the description, in the name of that school and about her child.
/// Used by one thread.
final class SupplierAttack {
  private static final Path DESCRIPTION = Path.of("..", "docs", "openapi.yaml");
  private static final JsonMapper JSON = new JsonMapper();

  /// An organisation that there is not.
  private static final Oin NOBODY = new Oin("00000099000000299000");

  /// By which word of a path she has what it is about, and in which step that came to be.
  private static final Map<String, String> THINGS =
      Map.ofEntries(
          Map.entry("berichten", "bericht.transactie"),
          Map.entry("postbus", "pakket.pakket"),
          Map.entry("terugroepingen", "terugroeping.id"),
          Map.entry("rechtzettingen", "ontvangen.transactie"),
          Map.entry("retouren", "teruggegeven.transactie"),
          Map.entry("toestemmingen", "ja zoe.id"),
          Map.entry("toestemmingsverzoeken", "verzoek.id"),
          Map.entry("beperkingen", "beperking.id"),
          Map.entry("overleggen", "tafel.id"),
          Map.entry("koppelingen", "brief.id"),
          Map.entry("mandaten", "aan een ander.id"));

  private final Scene scene;
  private final SimulatedPartner victim;
  private final JsonNode paths;
  private final Map<String, String> hers = new TreeMap<>();

  /// What came of one path.
  ///
  /// @param supplier what the supplier heard about something of hers
  /// @param nothing what it heard about something that does not exist
  /// @param herself what the school herself heard, afterwards
  /// @param named whether something of hers was named in the path, or she herself in the question
  record Tried(Answer supplier, Answer nothing, Answer herself, boolean named) {}

  /// What came of all.
  ///
  /// @param tried by path
  /// @param rows the kinds of the rows that the supplier left in the logbook
  record Outcome(Map<String, Tried> tried, List<String> rows) {}

  private SupplierAttack(Scene scene) throws IOException {
    this.scene = scene;
    this.victim = scene.partner("zeester");
    var yaml = new Load(LoadSettings.builder().build());
    this.paths = JSON.valueToTree(yaml.loadFromString(Files.readString(DESCRIPTION))).path("paths");
    THINGS.forEach((word, step) -> hers.put(word, CallAction.fill("{" + step + "}", scene)));
    var task = JSON.readTree(victim.get("/v1/taken").body()).path("taken").path(0).path("id");
    hers.put("taken", task.asText());
  }

  /// What the school has, by the names that she knows it by.
  static Set<String> of(Scene scene) throws IOException {
    var attack = new SupplierAttack(scene);
    var names = new LinkedHashSet<>(attack.hers.values());
    names.remove(attack.hers.get("mandaten"));
    names.add(attack.reference());
    return names;
  }

  /// Tries all of these paths.
  ///
  /// @return what came of each, and the rows of the logbook that the supplier left behind
  static Outcome all(Scene scene, Set<String> routes) throws IOException {
    var before = scene.gateway().logbook().kinds().size();
    var attack = new SupplierAttack(scene);
    var supplier = scene.partner("leverancier");
    var first = new LinkedHashMap<String, Answer>();
    var second = new LinkedHashMap<String, Answer>();
    for (var route : routes) {
      first.put(route, attack.call(supplier, route, true));
    }
    for (var route : routes) {
      second.put(route, attack.call(supplier, route, false));
    }
    var kinds = scene.gateway().logbook().kinds();
    var tried = new LinkedHashMap<String, Tried>();
    for (var route : routes) {
      var herself = attack.call(attack.victim, route, true);
      tried.put(
          route,
          new Tried(
              Objects.requireNonNull(first.get(route)),
              Objects.requireNonNull(second.get(route)),
              herself,
              attack.thing(route).isPresent() || route.startsWith("GET")));
    }
    return new Outcome(tried, kinds.subList(before, kinds.size()));
  }

  private Optional<String> thing(String route) {
    return route.contains("{id}")
        ? Optional.ofNullable(hers.get(route.split("/", -1)[2]))
        : Optional.empty();
  }

  private Answer call(SimulatedPartner caller, String route, boolean hers) {
    var method = route.substring(0, route.indexOf(' '));
    var path = route.substring(route.indexOf(' ') + 1);
    var nothing = UUID.nameUUIDFromBytes(route.getBytes(StandardCharsets.UTF_8)).toString();
    var id = (hers ? thing(route) : Optional.<String>empty()).orElse(nothing);
    var filled = path.replace("{id}", id).replaceAll("\\{\\w+}", "x");
    if (method.equals("GET")) {
      return caller.get(filled + "?rol=school-ib&namens=" + (hers ? victim.oin() : NOBODY));
    }
    var content = paths.path(path).path("post").path("requestBody").path("content");
    if (content.has("application/jwt")) {
      var signed = caller.signed("sluis-verklaring+jwt", "{\"iss\":\"" + victim.oin() + "\"}");
      return caller.post(filled, "application/jwt", signed);
    }
    var example = content.path("application/json").path("example").deepCopy();
    return caller.postJson(filled, example.isMissingNode() ? "{}" : aimed(example).toString());
  }

  /// The example in her name, and about her child.
  private JsonNode aimed(JsonNode example) {
    if (example instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        list.set(i, aimed(list.get(i)));
      }
      return list;
    }
    if (!(example instanceof ObjectNode object)) {
      return example;
    }
    for (var name : Set.copyOf(object.propertyStream().map(Map.Entry::getKey).toList())) {
      if (name.equals("namens") || name.equals("van")) {
        object.set(name, party(object.path(name)));
      } else if (name.equals("betrokkene")) {
        object.set(name, scene.reference("zoe", "zeester", "eigen-kenmerk"));
      } else {
        object.set(name, aimed(object.get(name)));
      }
    }
    return object;
  }

  private JsonNode party(JsonNode example) {
    if (!(example instanceof ObjectNode party)) {
      return example;
    }
    boolean ofSchool = party.path("rol").asText().startsWith("school-");
    return party
        .put("oin", victim.oin().value())
        .put("rol", ofSchool ? party.path("rol").asText() : "school-ib");
  }

  private String reference() {
    return scene.reference("zoe", "zeester", "eigen-kenmerk").path("waarde").asText();
  }

  /// The answer without what differs by itself: which path it was about.
  static JsonNode plain(Answer answer) {
    try {
      var json = JSON.readTree(answer.body());
      return json instanceof ObjectNode object ? object.without("instance") : json;
    } catch (IOException _) {
      return TextNode.valueOf(answer.body());
    }
  }
}
