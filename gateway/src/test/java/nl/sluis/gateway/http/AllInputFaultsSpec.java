package nl.sluis.gateway.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The description of the interface is what a body is held to: whatever is wrong with it is told in
/// one answer, with its place, a code and what to do, and never with what was sent.
class AllInputFaultsSpec {
  private static final JsonMapper JSON = new JsonMapper();

  /// A record in the making: what is wrong with it is the answer itself.
  private static final String FORM = "POST /v1/meldcodeformulieren/{rol}/controles";

  private static final String CANARY = "Sam Jansen 999990019";
  private static final Description DESCRIPTION = Description.ofThisGateway();

  @Test
  void the_example_of_every_body_is_what_the_description_says() {
    assertThat(bodies()).hasSizeGreaterThan(80);
    bodies().forEach((way, example) -> assertThat(faults(way, example)).as(way).isEmpty());
  }

  @Test
  void every_text_of_every_example_may_be_spoilt_at_once_and_each_is_told_with_its_place() {
    bodies()
        .forEach(
            (way, example) -> {
              var spoilt = example.deepCopy();
              var places = new TreeSet<String>();
              if (!way.equals(FORM)) {
                spoil(spoilt, "", places);
              }

              var told = faults(way, spoilt);

              assertThat(told.stream().map(InputFault.Field::pointer).toList())
                  .as(way)
                  .containsAll(places);
              assertThat(told).as(way).noneMatch(one -> text(one).contains("Sam"));
              assertThat(told)
                  .as(way)
                  .noneMatch(one -> one.sentence().isEmpty() || one.remedy().isEmpty());
            });
  }

  @Test
  void five_defects_of_five_kinds_get_one_answer_with_five_places_and_five_codes()
      throws Exception {
    var body = body("POST /v1/toestemmingen");
    body.remove("doel");
    body.put("bijnaam", CANARY);
    body.put("eenmalig", "ja");
    body.put("juridischeFunctie", "zomaar");
    ((ObjectNode) body.at("/aan")).put("oin", "12");
    var fields = new Fields(body, faults("POST /v1/toestemmingen", body));
    fields.flag("eenmalig");
    fields.party("aan");

    var reply = refused(fields);

    var told = new TreeMap<String, String>();
    for (var fault : JSON.readTree(reply.body()).path("fouten")) {
      told.put(fault.path("plaats").asText(), fault.path("code").asText());
      assertThat(fault.path("watNu").asText()).isNotEmpty();
    }
    assertThat(reply.status()).isEqualTo(400);
    assertThat(told)
        .containsEntry("/doel", "veld-ontbreekt")
        .containsEntry("", "veld-onbekend")
        .containsEntry("/eenmalig", "veld-soort-onjuist")
        .containsEntry("/juridischeFunctie", "veld-woord-onbekend")
        .containsEntry("/aan/oin", "veld-vorm-onjuist");
    assertThat(new String(reply.body(), StandardCharsets.UTF_8))
        .doesNotContain("Sam", "bijnaam", "zomaar");
  }

  @Test
  void of_what_is_not_there_nothing_is_told_of_what_should_have_been_in_it() throws Exception {
    var body = body("POST /v1/voorwaarden");
    body.remove(List.of("namens", "betrokkene"));
    var fields = new Fields(body, faults("POST /v1/voorwaarden", body));
    fields.party("namens");
    fields.reference("betrokkene");

    var reply = refused(fields);

    assertThat(JSON.readTree(reply.body()).path("fouten").findValuesAsText("plaats"))
        .contains("/namens", "/betrokkene")
        .noneMatch(place -> place.startsWith("/namens/") || place.startsWith("/betrokkene/"));
  }

  @Test
  void a_date_an_instant_a_list_and_a_number_are_held_to_their_limits() throws Exception {
    var schema =
        JSON.readTree(
            """
            {"type": "object", "properties": {
              "dag": {"type": "string", "format": "date"},
              "op": {"type": "string", "format": "date-time"},
              "wie": {"type": "array", "maxItems": 1, "items": {"type": "string"}},
              "woord": {"type": "string", "minLength": 3},
              "regel": {"type": "integer", "minimum": 1, "maximum": 12}}}
            """);
    var value =
        JSON.readTree(
            """
            {"dag": "2026-02-30", "op": "gisteren", "wie": ["a", "b"], "woord": "ja", "regel": 13}
            """);

    var told = new Shape(schema, JSON.createObjectNode()).faults(value);

    assertThat(told.stream().map(one -> one.pointer() + " " + one.code().code()).toList())
        .containsExactly(
            "/dag veld-vorm-onjuist",
            "/op veld-vorm-onjuist",
            "/wie veld-te-lang",
            "/woord veld-te-kort",
            "/regel veld-buiten-grens");
  }

  @Test
  void every_word_of_a_schema_of_a_body_is_understood() {
    var words = new TreeSet<String>();
    DESCRIPTION
        .document()
        .path("paths")
        .findValues("requestBody")
        .forEach(body -> words(body.at("/content/application~1json/schema"), words));
    DESCRIPTION.document().at("/components/schemas").forEach(schema -> words(schema, words));

    assertThat(words).contains("required", "maxLength");
    words.removeAll(Shape.WORDS);
    words.removeAll(List.of("example", "examples", "oneOf", "anyOf", "title"));
    assertThat(words).isEmpty();
  }

  private static void words(JsonNode schema, Set<String> words) {
    schema.fieldNames().forEachRemaining(words::add);
    schema.path("properties").forEach(one -> words(one, words));
    schema.path("allOf").forEach(one -> words(one, words));
    words(List.of(schema.path("items"), schema.path("additionalProperties")), words);
  }

  private static void words(List<JsonNode> schemas, Set<String> words) {
    schemas.stream().filter(JsonNode::isObject).forEach(one -> words(one, words));
  }

  private static ObjectNode body(String way) {
    return (ObjectNode) requireNonNull(bodies().get(way)).deepCopy();
  }

  private static Reply refused(Fields fields) {
    try {
      fields.raw();
      fields.done();
    } catch (InputFault fault) {
      return Problem.of(fault);
    }
    throw new AssertionError("nothing was wrong");
  }

  private static String text(InputFault.Field fault) {
    return fault.name() + fault.sentence() + fault.remedy();
  }

  private static List<InputFault.Field> faults(String way, JsonNode body) {
    var parts = way.split(" ", 2);
    return DESCRIPTION.body(HttpMethod.valueOf(parts[0]), parts[1], body);
  }

  /// Puts a list where a text or a word stands: wrong for each of them.
  private static void spoil(JsonNode node, String place, Set<String> places) {
    if (node instanceof ObjectNode object) {
      for (var name :
          new ArrayList<>(object.properties().stream().map(Map.Entry::getKey).toList())) {
        // What is sealed as it comes is held to nothing.
        if (object.get(name).isTextual() && !place.endsWith("/bewijs")) {
          object.putArray(name).add(CANARY);
          places.add(place + "/" + name);
        } else {
          spoil(object.get(name), place + "/" + name, places);
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        spoil(array.get(i), place + "/" + i, places);
      }
    }
  }

  /// The example of each body by its method and path.
  private static Map<String, JsonNode> bodies() {
    var bodies = new TreeMap<String, JsonNode>();
    for (var path : DESCRIPTION.document().path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        var content = operation.getValue().at("/requestBody/content/application~1json");
        if (!content.isMissingNode()) {
          bodies.put(
              operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
              content.path("example"));
        }
      }
    }
    return bodies;
  }
}
