package nl.sluis.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// What a value must look like by the description that everybody can read: the part of JSON Schema
/// (2020-12) that the description uses, told in Dutch and all at once.
///
/// A fault never holds what came in: neither a value nor a name that is not ours. A member that is
/// `null` is a member that is not there. May be shared between threads.
final class Shape {
  /// Every word of JSON Schema that is understood; a description that uses another is a defect.
  static final Set<String> WORDS =
      Set.of(
          "$ref",
          "allOf",
          "type",
          "properties",
          "additionalProperties",
          "required",
          "enum",
          "const",
          "pattern",
          "format",
          "minLength",
          "maxLength",
          "items",
          "minItems",
          "maxItems",
          "minProperties",
          "minimum",
          "maximum",
          "description",
          "default");

  private static final String COMPONENTS = "#/components/schemas/";
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final JsonNode schema;
  private final JsonNode components;
  private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

  /// @param schema what the value must fit
  /// @param components the schemas it may refer to, by name
  Shape(JsonNode schema, JsonNode components) {
    this.schema = schema;
    this.components = components;
  }

  /// Everything that is wrong with this value, in the order of the description.
  List<InputFault.Field> faults(JsonNode value) {
    var found = new LinkedHashMap<String, InputFault.Field>();
    check(schema, "", value, found);
    return new ArrayList<>(found.values());
  }

  private void check(
      JsonNode asked, String name, JsonNode value, Map<String, InputFault.Field> found) {
    if (asked.has("$ref")) {
      check(referred(asked), name, value, found);
    }
    for (var part : asked.path("allOf")) {
      check(part, name, value, found);
    }
    var kind = kind(asked.path("type").asText(), value);
    if (kind.isPresent()) {
      tell(found, name, FieldCode.VELD_SOORT_ONJUIST, kind.get(), "Stuur een ander soort waarde");
      return;
    }
    words(asked, name, value, found);
    if (value.isTextual()) {
      text(asked, name, value.textValue(), found);
    } else if (value.isNumber()) {
      number(asked, name, value, found);
    } else if (value.isArray()) {
      list(asked, name, value, found);
    } else if (value.isObject()) {
      object(asked, name, value, found);
    }
  }

  private JsonNode referred(JsonNode asked) {
    var reference = asked.path("$ref").asText();
    var schemaReferredTo = components.path(reference.substring(COMPONENTS.length()));
    if (schemaReferredTo.isMissingNode()) {
      throw new IllegalStateException("the description refers to nothing: " + reference);
    }
    return schemaReferredTo;
  }

  /// What is wrong with the kind of value; empty when nothing is.
  private static Optional<String> kind(String type, JsonNode value) {
    return switch (type) {
      case "string" -> unless(value.isTextual(), "Dit is geen tekst");
      case "boolean" -> unless(value.isBoolean(), "Dit is geen ja of nee (true of false)");
      case "integer" -> unless(value.isIntegralNumber(), "Dit is geen geheel getal");
      case "array" -> unless(value.isArray(), "Dit is geen lijst");
      case "object" -> unless(value.isObject(), "Dit is geen object");
      case "" -> Optional.empty();
      default -> throw new IllegalStateException("the description has an unknown type: " + type);
    };
  }

  private static Optional<String> unless(boolean right, String sentence) {
    return right ? Optional.empty() : Optional.of(sentence);
  }

  private static void words(
      JsonNode asked, String name, JsonNode value, Map<String, InputFault.Field> found) {
    var words = new ArrayList<String>();
    asked.path("enum").forEach(word -> words.add(word.asText()));
    if (asked.has("const")) {
      words.add(asked.path("const").asText());
    }
    if (!words.isEmpty() && !words.contains(value.asText())) {
      tell(
          found,
          name,
          FieldCode.VELD_WOORD_ONBEKEND,
          FieldCode.VELD_WOORD_ONBEKEND.explanation(),
          "Kies uit " + String.join(", ", words));
    }
  }

  private void text(JsonNode asked, String name, String text, Map<String, InputFault.Field> found) {
    int length = text.codePointCount(0, text.length());
    size(asked, "Length", name, length, "tekens", found);
    var pattern = asked.path("pattern").asText();
    if (!pattern.isEmpty()
        && !patterns.computeIfAbsent(pattern, Pattern::compile).matcher(text).find()) {
      tell(found, name, FieldCode.VELD_VORM_ONJUIST, described(asked));
    }
    switch (asked.path("format").asText()) {
      case "date" -> {
        if (!isDate(text)) {
          tell(
              found,
              name,
              FieldCode.VELD_VORM_ONJUIST,
              "Dit is geen bestaande datum",
              "Schrijf een dag als jjjj-mm-dd");
        }
      }
      case "date-time" -> {
        if (!isDate(text) && !isInstant(text)) {
          tell(
              found,
              name,
              FieldCode.VELD_VORM_ONJUIST,
              "Dit is geen tijdstip met tijdzone",
              "Schrijf een tijdstip zoals 2026-11-03T14:05:00Z");
        }
      }
      case "uuid" -> {
        if (!UUID.matcher(text).matches()) {
          tell(found, name, FieldCode.VELD_VORM_ONJUIST, "Gebruik het nummer zoals u het kreeg");
        }
      }
      default -> {
        // `uri` and what a later description may add says more than a text can be held to.
      }
    }
  }

  /// What the description itself says about a field of which the form is fixed.
  private static String described(JsonNode asked) {
    var said = asked.path("description").asText();
    return said.isEmpty() ? FieldCode.VELD_VORM_ONJUIST.remedy() : "Hier hoort: " + said;
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException _) {
      return false;
    }
  }

  private static boolean isInstant(String text) {
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeException _) {
      return false;
    }
  }

  private static void number(
      JsonNode asked, String name, JsonNode value, Map<String, InputFault.Field> found) {
    var number = value.decimalValue();
    boolean low =
        asked.has("minimum") && number.compareTo(asked.path("minimum").decimalValue()) < 0;
    boolean high =
        asked.has("maximum") && number.compareTo(asked.path("maximum").decimalValue()) > 0;
    if (low || high) {
      var limits =
          (asked.has("minimum") ? "ten minste " + asked.path("minimum") : "")
              + (asked.has("minimum") && asked.has("maximum") ? " en " : "")
              + (asked.has("maximum") ? "ten hoogste " + asked.path("maximum") : "");
      tell(found, name, FieldCode.VELD_BUITEN_GRENS, "Stuur " + limits);
    }
  }

  private void list(
      JsonNode asked, String name, JsonNode value, Map<String, InputFault.Field> found) {
    size(asked, "Items", name, value.size(), "onderdelen", found);
    if (asked.has("items") && value.size() <= asked.path("maxItems").asInt(Integer.MAX_VALUE)) {
      for (int i = 0; i < value.size(); i++) {
        check(asked.path("items"), name + "[" + i + "]", value.get(i), found);
      }
    }
  }

  private static void size(
      JsonNode asked,
      String of,
      String name,
      int size,
      String what,
      Map<String, InputFault.Field> found) {
    int least = asked.path("min" + of).asInt(0);
    int most = asked.path("max" + of).asInt(Integer.MAX_VALUE);
    if (size < least) {
      tell(found, name, FieldCode.VELD_TE_KORT, "Stuur ten minste " + least + " " + what);
    } else if (size > most) {
      tell(found, name, FieldCode.VELD_TE_LANG, "Stuur ten hoogste " + most + " " + what);
    }
  }

  private void object(
      JsonNode asked, String name, JsonNode value, Map<String, InputFault.Field> found) {
    for (var required : asked.path("required")) {
      if (!value.hasNonNull(required.asText())) {
        tell(
            found,
            child(name, required.asText()),
            FieldCode.VELD_ONTBREEKT,
            FieldCode.VELD_ONTBREEKT.remedy());
      }
    }
    var known = asked.path("properties");
    var others = asked.path("additionalProperties");
    for (var member : value.properties()) {
      if (known.has(member.getKey())) {
        if (!member.getValue().isNull()) {
          check(
              known.path(member.getKey()), child(name, member.getKey()), member.getValue(), found);
        }
      } else if (others.isBoolean() && !others.asBoolean()) {
        var names = new TreeSet<String>();
        known.fieldNames().forEachRemaining(names::add);
        tell(
            found,
            child(name, "?"),
            FieldCode.VELD_ONBEKEND,
            FieldCode.VELD_ONBEKEND.remedy() + "; hier kan " + String.join(", ", names));
      } else if (others.isObject()) {
        check(others, child(name, "?"), member.getValue(), found);
      }
    }
    if (value.size() < asked.path("minProperties").asInt(0)) {
      tell(found, name, FieldCode.VELD_TE_KORT, "Vul ten minste één veld in");
    }
  }

  private static String child(String name, String field) {
    return name.isEmpty() ? field : name + "." + field;
  }

  private static void tell(
      Map<String, InputFault.Field> found, String name, FieldCode code, String remedy) {
    tell(found, name, code, code.explanation(), remedy);
  }

  /// Of one field the first fault is told: what else is wrong with it follows from that.
  private static void tell(
      Map<String, InputFault.Field> found,
      String name,
      FieldCode code,
      String sentence,
      String remedy) {
    found.putIfAbsent(name, new InputFault.Field(name, code, sentence, remedy));
  }
}
