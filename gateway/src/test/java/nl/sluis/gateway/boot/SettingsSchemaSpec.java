package nl.sluis.gateway.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The schema and the reader of the settings know the same keys and refuse the same files.
final class SettingsSchemaSpec {
  private static final Path MANUAL = Path.of("..", "docs", "beheer.md");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(SettingsSchema.ofThisRelease().root());

  /// The other two ways in which the key may be given that wraps the keys.
  private static final List<String> OTHER_KEYS =
      List.of(
          "{\"sleutelbos\": \"a\", \"wachtwoordbestand\": \"b\"}",
          "{\"bibliotheek\": \"a\", \"slot\": 1, \"pinbestand\": \"b\"}");

  @TempDir private Path folder = Path.of("");

  private ObjectNode whole = JSON.createObjectNode();

  @BeforeEach
  void read_the_example_of_the_manual() throws IOException {
    var page = Files.readString(MANUAL);
    var from = page.indexOf("```yaml\n") + "```yaml\n".length();
    for (var name : List.of("eigenaar.txt", "gateway.txt", "wisser.txt", "post.txt", "x y")) {
      Files.writeString(folder.resolve(name), "geheim\n");
    }
    var load = new Load(LoadSettings.builder().build());
    whole = JSON.valueToTree(load.loadFromString(page.substring(from, page.indexOf("```", from))));
    levels("inloggen");
    ((ObjectNode) whole.get("sleutels")).put("vorigeHoofdsleutel", "oud.bin");
  }

  /// What may be left out and stands in no example, so that the whole of it is seen.
  private void levels(String login) {
    var people = (ObjectNode) whole.get("mensen");
    var levels = people.get(login).get("niveaus");
    for (var each : List.of("loket", "toezicht")) {
      var block = (ObjectNode) people.get(each);
      block.set("niveaus", levels);
      block.put("gegevens", "gegevens.json");
    }
  }

  private Path file(JsonNode settings) throws IOException {
    var file = folder.resolve("sluis.yaml");
    // JSON is YAML.
    Files.writeString(file, settings.toString());
    return file;
  }

  private boolean isReadable(JsonNode settings) throws IOException {
    try {
      SettingsFile.read(file(settings));
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  @Test
  void every_key_of_the_schema_is_read_and_every_key_that_is_read_is_in_the_schema()
      throws IOException {
    var asked = new HashSet<String>();
    SettingsFile.read(file(whole), asked);
    for (var way : OTHER_KEYS) {
      var other = whole.deepCopy();
      for (var key : List.of("hoofdsleutel", "vorigeHoofdsleutel")) {
        ((ObjectNode) other.get("sleutels")).set(key, JSON.readTree(way));
      }
      SettingsFile.read(file(other), asked);
    }

    var described =
        SettingsSchema.ofThisRelease().keys().stream()
            .map(SettingsSchema.Key::path)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(new TreeSet<>(asked)).isEqualTo(described);
  }

  @Test
  void the_whole_example_is_good_for_both() throws IOException {
    assertThat(SCHEMA.validate(whole)).isEmpty();
    assertThat(isReadable(whole)).isTrue();
  }

  /// Every place of the example in turn: left out, of another kind, empty, far too large, and with
  /// a key beside it that nobody knows.
  @Test
  void what_the_schema_refuses_stops_the_start_and_what_it_lets_pass_does_not() throws IOException {
    var different = new ArrayList<String>();
    int tried = 0;
    for (var spoiled : spoiled(whole)) {
      tried++;
      boolean fits = SCHEMA.validate(spoiled.settings()).isEmpty();
      if (fits != isReadable(spoiled.settings())) {
        different.add(
            (fits ? "alleen de lezer weigert " : "alleen het schema weigert ") + spoiled.what());
      }
    }

    assertThat(tried).isGreaterThan(500);
    assertThat(different).isEmpty();
  }

  /// A file with one thing wrong, or one thing that may be left out left out.
  private record Spoiled(String what, JsonNode settings) {}

  private static List<Spoiled> spoiled(ObjectNode whole) {
    var all = new ArrayList<Spoiled>();
    for (var place : places("", whole)) {
      for (var value : List.of("5", "\"\"", "\"x y\"", "[]", "{}", "true", "99999999", "-1")) {
        spoil(whole, value + " op " + place, all, node -> put(node, place, value));
      }
      spoil(whole, place + " weg", all, node -> remove(node, place));
    }
    for (var place : places("", whole)) {
      if (whole.at(place).isObject()) {
        spoil(
            whole,
            "een onbekende sleutel in " + place,
            all,
            node -> ((ObjectNode) node.at(place)).put("snelheid", "hoog"));
      }
    }
    return all;
  }

  private static void spoil(
      ObjectNode whole, String what, List<Spoiled> all, Consumer<JsonNode> how) {
    var copy = whole.deepCopy();
    how.accept(copy);
    all.add(new Spoiled(what, copy));
  }

  /// JSON pointers to every value.
  private static List<String> places(String path, JsonNode node) {
    var places = new ArrayList<String>();
    if (node.isObject()) {
      node.properties()
          .forEach(
              each -> {
                places.add(path + "/" + each.getKey());
                places.addAll(places(path + "/" + each.getKey(), each.getValue()));
              });
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        places.add(path + "/" + i);
        places.addAll(places(path + "/" + i, node.get(i)));
      }
    }
    return places;
  }

  private static JsonNode parent(JsonNode node, String place) {
    return node.at(place.substring(0, place.lastIndexOf('/')));
  }

  private static String last(String place) {
    return place.substring(place.lastIndexOf('/') + 1);
  }

  private static void put(JsonNode node, String place, String value) {
    try {
      var read = JSON.readTree(value);
      switch (parent(node, place)) {
        case ObjectNode object -> object.set(last(place), read);
        case ArrayNode array -> array.set(Integer.parseInt(last(place)), read);
        default -> throw new IllegalStateException(place);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void remove(JsonNode node, String place) {
    switch (parent(node, place)) {
      case ObjectNode object -> object.remove(last(place));
      case ArrayNode array -> array.remove(Integer.parseInt(last(place)));
      default -> throw new IllegalStateException(place);
    }
  }

  @Test
  void what_takes_effect_is_shown_with_what_holds_by_itself_and_no_content_of_any_file()
      throws IOException, SQLException {
    var out = new ByteArrayOutputStream();
    var print = new PrintStream(out, true, StandardCharsets.UTF_8);
    var few = whole.deepCopy();
    few.remove("tempo");
    ((ObjectNode) few.get("beheer")).remove("adres");

    int code =
        new ServeCommand(print, print)
            .run(List.of("serve", "--config", file(few).toString(), "--controleer"));

    assertThat(code).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("regio: \"kennemerland\"", "adres: 127.0.0.1  # standaard", "# tempo: ")
        .contains("wachtwoordbestand: \"gateway.txt\"")
        .doesNotContain("geheim");
  }

  @Test
  void a_password_in_the_address_of_the_database_stops_the_start() throws IOException {
    var told = whole.deepCopy();
    ((ObjectNode) told.get("database"))
        .put("adres", "jdbc:postgresql://db.example/sluis?password=geheim");

    assertThat(isReadable(told)).isFalse();
  }

  @Test
  void a_door_for_management_that_others_can_reach_demands_a_certificate() throws IOException {
    var open = whole.deepCopy();
    var door = ((ObjectNode) open.get("beheer")).put("adres", "0.0.0.0");
    door.remove(List.of("certificaat", "sleutel", "uitgevers"));

    assertThat(isReadable(open)).isFalse();
    assertThat(SCHEMA.validate(open)).isNotEmpty();
  }
}
