package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.DataCategory;

/// Content for a category of which a scenario gives no values: made from its schema, about nobody.
///
/// Immutable; may be shared between threads.
final class StandardContent {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SENTENCE = "In de klas gaat het de laatste tijd wisselend.";

  private final Convenant convenant;
  private final LocalDate today;
  private final String child;

  /// @param convenant whose schemas say what a category holds
  /// @param today the date for fields that are a date
  /// @param child the invented first name
  StandardContent(Convenant convenant, LocalDate today, String child) {
    this.convenant = convenant;
    this.today = today;
    this.child = child.isEmpty() ? "Kind" : child;
  }

  /// A necessity text of its own for each category, long enough to count.
  static String necessity(DataCategory category) {
    return "Zonder het onderdeel " + category.slug() + " kan de ontvanger het gezin niet helpen.";
  }

  /// Content that is valid for the form that this rule gives the category.
  JsonNode of(Optional<Rule> rule, DataCategory category) {
    var schema =
        rule.flatMap(r -> convenant.schema(r, category))
            .orElseGet(() -> convenant.schemas().getOrDefault(category, "{}"));
    try {
      var made = sample(JSON.readTree(schema), "");
      return made.isObject() ? made : JsonNodeFactory.instance.objectNode();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the schema of `" + category + "` is not JSON", e);
    }
  }

  private JsonNode sample(JsonNode schema, String name) {
    var json = JsonNodeFactory.instance;
    for (var ready : new String[] {"const", "default"}) {
      if (schema.has(ready)) {
        return schema.get(ready);
      }
    }
    for (var list : new String[] {"examples", "enum"}) {
      if (schema.path(list).size() > 0) {
        return schema.get(list).get(0);
      }
    }
    return switch (type(schema)) {
      case "object" -> object(schema);
      case "array" -> {
        var array = json.arrayNode();
        for (int i = 0; i < Math.max(1, schema.path("minItems").asInt(1)); i++) {
          array.add(sample(schema.path("items"), name));
        }
        yield array;
      }
      case "integer" -> json.numberNode(Math.max(1, schema.path("minimum").asInt(1)));
      case "number" -> json.numberNode(Math.max(1.0, schema.path("minimum").asDouble(1)));
      case "boolean" -> json.booleanNode(true);
      default -> json.textNode(text(schema, name));
    };
  }

  private static String type(JsonNode schema) {
    return schema.has("properties") ? "object" : schema.path("type").asText("string");
  }

  private ObjectNode object(JsonNode schema) {
    var made = JsonNodeFactory.instance.objectNode();
    for (var required : schema.path("required")) {
      var name = required.asText();
      made.set(name, sample(schema.path("properties").path(name), name));
    }
    var names = schema.path("properties").fieldNames();
    if (made.isEmpty() && names.hasNext()) {
      var first = names.next();
      made.set(first, sample(schema.path("properties").path(first), first));
    }
    return made;
  }

  private String text(JsonNode schema, String name) {
    if (schema.path("format").asText().equals("date")
        || schema.path("pattern").asText().startsWith("^[0-9]{4}-")) {
      return today.toString();
    }
    if (schema.path("format").asText().equals("date-time")) {
      return today + "T09:00:00Z";
    }
    if (schema.has("pattern")) {
      return patterned(schema.path("pattern").asText());
    }
    var text =
        switch (name) {
          case "voornamen" -> child;
          case "achternaam" -> "Voorbeeld";
          case "school" -> "de school van het kind";
          default -> SENTENCE;
        };
    int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    int least = schema.path("minLength").asInt(0);
    return (text.length() > most ? text.substring(0, most) : text)
        + "x".repeat(Math.max(0, least - text.length()));
  }

  /// A few words that schemas of the convenant ask for; the first that fits.
  private static String patterned(String pattern) {
    for (var word :
        new String[] {
          "2012AB",
          "2011 AB",
          "0612345678",
          "023-1234567",
          "999990019",
          "00000099000000101000",
          "2026",
          "Haarlem",
          "groep 6",
          "6",
          "12",
          "a",
          "kind@voorbeeld.example"
        }) {
      if (java.util.regex.Pattern.compile(pattern).matcher(word).find()) {
        return word;
      }
    }
    return SENTENCE;
  }
}
