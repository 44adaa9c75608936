package nl.sluis.gateway.werkplek.opstellen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The form of a category, read from the JSON Schema that the convenant gives it. Pure.
///
/// What the schema cannot say here is no field: a word of JSON Schema that this form does not know
/// stops it, so that a new one is never shown as something else. A specification reads every schema
/// of every convenant.
///
/// @param title what it is called
/// @param description what belongs in it, in one sentence
/// @param fields in the order of the schema
record SchemaForm(String title, String description, List<Field> fields) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
  private static final Set<String> KNOWN =
      Set.of(
          "$schema",
          "title",
          "description",
          "verbodenWoorden",
          "type",
          "additionalProperties",
          "properties",
          "required",
          "enum",
          "minLength",
          "maxLength",
          "pattern",
          "minimum",
          "maximum",
          "items",
          "minItems",
          "maxItems");

  /// Copies its list.
  SchemaForm {
    fields = List.copyOf(fields);
  }

  /// @param schema the text of the JSON Schema
  /// @throws IllegalArgumentException when it says something that no form can show
  static SchemaForm read(String schema) {
    try {
      var root = JSON.readTree(schema);
      return new SchemaForm(
          root.path("title").asText(), root.path("description").asText(), object(root));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a schema that is no JSON", e);
    }
  }

  private static List<Field> object(JsonNode schema) {
    known(schema);
    if (!schema.path("type").asText().equals("object")
        || schema.path("additionalProperties").asBoolean(true)) {
      throw new IllegalArgumentException("a form is an object without further fields");
    }
    var required = new HashSet<String>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    var fields = new ArrayList<Field>();
    schema
        .path("properties")
        .properties()
        .forEach(
            one ->
                fields.add(field(one.getKey(), required.contains(one.getKey()), one.getValue())));
    return fields;
  }

  private static Field field(String name, boolean required, JsonNode schema) {
    known(schema);
    return switch (schema.path("type").asText()) {
      case "string" -> text(name, required, schema);
      case "integer" ->
          new Field.Count(
              name,
              required,
              schema.path("minimum").asInt(),
              bound(schema, "maximum"),
              schema.path("description").asText());
      case "boolean" -> new Field.Truth(name, required);
      case "array" -> many(name, required, schema);
      default -> throw new IllegalArgumentException("`" + name + "` is of a type without a form");
    };
  }

  private static Field text(String name, boolean required, JsonNode schema) {
    if (schema.has("enum")) {
      var words = new ArrayList<String>();
      schema.path("enum").forEach(word -> words.add(word.asText()));
      return new Field.Choice(name, required, words);
    }
    if (schema.path("pattern").asText().equals(DAY)) {
      return new Field.Day(name, required);
    }
    return new Field.Text(
        name,
        required,
        bound(schema, "maxLength"),
        Optional.ofNullable(schema.path("pattern").textValue()),
        schema.path("description").asText());
  }

  private static Field many(String name, boolean required, JsonNode schema) {
    var each = schema.path("items");
    var parts =
        each.path("type").asText().equals("object") ? object(each) : List.of(field("", true, each));
    if (parts.stream().anyMatch(Field.Many.class::isInstance)) {
      throw new IllegalArgumentException("`" + name + "` is a list of lists");
    }
    return new Field.Many(
        name, required, schema.path("minItems").asInt(), bound(schema, "maxItems"), parts);
  }

  /// What comes in has an end.
  private static int bound(JsonNode schema, String key) {
    if (!schema.path(key).isInt()) {
      throw new IllegalArgumentException("a field without a `" + key + "`");
    }
    return schema.path(key).asInt();
  }

  private static void known(JsonNode schema) {
    schema
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!KNOWN.contains(key)) {
                throw new IllegalArgumentException("no form knows `" + key + "`");
              }
            });
  }
}
