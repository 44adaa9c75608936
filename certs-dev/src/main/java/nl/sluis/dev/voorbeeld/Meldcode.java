package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.sluis.policies.terms.DataCategory;

/// The meldcode record of a scenario: whole, acute, short for the Raad or a GI, or with fields of
/// its own.
final class Meldcode {
  static final Map<String, JsonNode> STANDARD =
      new TreeMap<>(
          Map.of(
              "volledig", standard("volledig"),
              "acuut", standard("acuut"),
              "raad", standard("raad"),
              "gi-ots", standard("gi-ots")));

  private static final Pattern DAY = Pattern.compile("vandaag|gisteren|morgen|over .+|.+ geleden");
  private static final Set<String> DAYS = Set.of("datum", "tot");

  private Meldcode() {}

  private static JsonNode standard(String name) {
    try (var in = Meldcode.class.getResourceAsStream("/meldcode/" + name + ".json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The record that starts from `basis` and takes over what the scenario spells out.
  ///
  /// The value `weg` removes a field of the basis.
  static JsonNode over(Fields fields) {
    JsonNode base = fields.one("basis", STANDARD, JsonNodeFactory.instance.objectNode());
    ObjectNode record = base.deepCopy();
    fields
        .all()
        .forEach(
            (name, value) -> {
              if (value instanceof Tree.Text text && text.value().equals("weg")) {
                record.remove(name);
              } else if (!name.equals("basis")) {
                record.set(name, value.toJson());
              }
            });
    return record;
  }

  /// The record with its days by the clock of the scenario, and a line for every category that goes
  /// along when the record does not name them itself.
  static JsonNode of(JsonNode record, Instant now, Set<DataCategory> categories) {
    var dated = (ObjectNode) dated(record, "", now);
    boolean acute = dated.has("acuut");
    if (!acute && !dated.has("categorieen")) {
      var list = dated.putArray("categorieen");
      for (var category : new TreeSet<>(categories)) {
        list.addObject()
            .put("code", category.name())
            .put("noodzaak", StandardContent.necessity(category))
            .put("extraZin", "Zonder dit kan de ontvanger het gevaar niet beoordelen.");
      }
    }
    return dated;
  }

  private static JsonNode dated(JsonNode node, String name, Instant now) {
    var json = JsonNodeFactory.instance;
    return switch (node) {
      case ObjectNode object -> {
        var copy = json.objectNode();
        object
            .properties()
            .forEach(m -> copy.set(m.getKey(), dated(m.getValue(), m.getKey(), now)));
        yield copy;
      }
      case ArrayNode array -> {
        var copy = json.arrayNode();
        array.forEach(item -> copy.add(dated(item, name, now)));
        yield copy;
      }
      case TextNode text when DAYS.contains(name) && DAY.matcher(text.asText()).matches() ->
          json.textNode(DutchTime.date(text.asText(), now).toString());
      default -> node;
    };
  }
}
