package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ScanFinding;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Role;

/// What a worked case sends: content after the forms of the convenant, with in it whatever the
/// example says that scanning found.
final class CaseContent {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BSN = " 999990019";

  private final Convenant convenant;
  private final Question question;
  private final Rule rule;

  CaseContent(Convenant convenant, Question question, Rule rule) {
    this.convenant = convenant;
    this.question = question;
    this.rule = rule;
  }

  Map<String, Object> categories() {
    var categories = new LinkedHashMap<String, Object>();
    for (var category : new TreeSet<>(question.categories())) {
      var found = found(category.name());
      categories.put(category.name(), found.isEmpty() ? "standaard" : spoilt(category, found));
    }
    return categories;
  }

  private List<ScanFinding> found(String where) {
    return question.findings().stream()
        .filter(f -> f.where().equals(where))
        .map(ScanFinding.Found::what)
        .sorted()
        .toList();
  }

  private Object spoilt(DataCategory category, List<ScanFinding> found) {
    var today = question.at().atZone(Age.CALENDAR).toLocalDate();
    var content = new StandardContent(convenant, today, "Kind").of(Optional.of(rule), category);
    var object = (ObjectNode) content.deepCopy();
    for (var what : found) {
      switch (what) {
        case BSN_IN_TEKST -> append(object, category, BSN);
        case IDENTIFICEREND ->
            append(object, category, " Het gaat om Jan de Vries, geboren 03-04-2015.");
        case VORM_ONJUIST -> object.put("onbekendVeld", "dit veld kent de vorm niet");
        case VERBODEN_ONDERWERP -> append(object, category, " " + forbidden(category));
        default ->
            throw new IllegalStateException("no content is known in which `" + what + "` is found");
      }
    }
    return JSON.convertValue(object, Object.class);
  }

  private String forbidden(DataCategory category) {
    return convenant.forbiddenWords(rule, category).stream().sorted().findFirst().orElseThrow();
  }

  /// Puts words behind the longest text there is.
  private void append(ObjectNode object, DataCategory category, String words) {
    var place = longest(object);
    if (place != null) {
      place.put(words);
    } else {
      addText(object, category, words);
    }
  }

  /// Fills a free text that the form has and the standard content leaves out.
  private void addText(ObjectNode object, DataCategory category, String words) {
    var schema = parsed(convenant.schema(rule, category).orElse("{}"));
    for (var property : schema.path("properties").properties()) {
      var type = property.getValue();
      if (type.path("type").asText().equals("string")
          && !type.has("enum")
          && !type.has("pattern")
          && !type.has("format")) {
        object.put(property.getKey(), "Een vraag." + words);
        return;
      }
    }
    throw new IllegalStateException("the form of `" + category + "` has no free text");
  }

  private static JsonNode parsed(String schema) {
    try {
      return JSON.readTree(schema);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a schema of the convenant is JSON", e);
    }
  }

  private interface Place {
    void put(String words);
  }

  private static @org.jspecify.annotations.Nullable Place longest(JsonNode in) {
    if (in instanceof ObjectNode object) {
      for (var member : object.properties()) {
        if (member.getValue() instanceof TextNode text && text.asText().contains(" ")) {
          return words -> object.put(member.getKey(), text.asText() + words);
        }
        var deeper = longest(member.getValue());
        if (deeper != null) {
          return deeper;
        }
      }
    }
    if (in instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int place = i;
        if (array.get(i) instanceof TextNode text && text.asText().contains(" ")) {
          return words -> array.set(place, text.asText() + words);
        }
        var deeper = longest(array.get(i));
        if (deeper != null) {
          return deeper;
        }
      }
    }
    return null;
  }

  private boolean isSealedByRule(DataCategory category) {
    return Optional.ofNullable(rule.categories().get(category))
        .filter(r -> r.handling() == Handling.VERZEGELD)
        .isPresent();
  }

  /// What the example has readable although the rule seals it.
  List<String> open() {
    return question.categories().stream()
        .filter(c -> isSealedByRule(c) && !question.sealed().contains(c))
        .map(Enum::name)
        .sorted()
        .toList();
  }

  /// What the example has sealed although the rule does not.
  List<String> sealed() {
    return question.sealed().stream()
        .filter(c -> !isSealedByRule(c))
        .map(Enum::name)
        .sorted()
        .toList();
  }

  Map<String, Object> necessities() {
    var texts = new LinkedHashMap<String, Object>();
    for (var category : new TreeSet<>(question.motivated())) {
      var text = StandardContent.necessity(category);
      boolean bsn = found("noodzaak:" + category.name()).contains(ScanFinding.BSN_IN_TEKST);
      texts.put(category.name(), bsn ? text + BSN : text);
    }
    return texts;
  }

  Optional<Object> meldcode() {
    return switch (question.meldcode()) {
      case MeldcodeState.Absent() -> Optional.empty();
      case MeldcodeState.Acute() -> Optional.of("acuut");
      case MeldcodeState.Complete(boolean informed) ->
          informed ? Optional.of(whole()) : Optional.of(postponed());
      case MeldcodeState.Incomplete _ -> {
        var record = new LinkedHashMap<>(whole());
        record.put("stap5", "weg");
        record.put("besluit", "weg");
        yield Optional.of(record);
      }
    };
  }

  /// Each profession has its own afwegingskader; whoever treats adults looks for children too.
  private Map<String, Object> whole() {
    return switch (question.receiver().role()) {
      case RVDK -> Map.of("basis", "raad");
      case GI_OTS -> Map.of("basis", "gi-ots");
      default -> report(question.sender().role());
    };
  }

  /// A whole record for Veilig Thuis of who reports in this role.
  static Map<String, Object> report(Role sender) {
    var record = new LinkedHashMap<String, Object>();
    record.put("basis", "volledig");
    record.put("versieAfwegingskader", framework(sender));
    record.put(
        "stap1",
        Map.of(
            "signalen",
            List.of(
                Map.of(
                    "datum", "9 dagen geleden",
                    "feit", "Het kind had blauwe plekken op de bovenarmen.",
                    "bron", "de melder",
                    "soort", "feit")),
            "kindcheck",
            Map.of("datum", "8 dagen geleden", "uitkomst", "Er woont één kind in het gezin.")));
    return record;
  }

  private static String framework(Role sender) {
    return switch (sender) {
      case SCHOOL_LEERKRACHT, SCHOOL_IB, SCHOOL_DIRECTEUR, SCHOOL_ADMINISTRATIE, SWV ->
          "onderwijs-2019";
      case LPA -> "leerplicht-2019";
      case HUISARTS -> "knmg-2019";
      case GGD_JEUGDARTS, GGD_VERPLEEGKUNDIGE -> "jgz-2019";
      default -> "jeugdhulp-2019";
    };
  }

  private Map<String, Object> postponed() {
    var record = new LinkedHashMap<>(whole());
    record.put(
        "gezin",
        Map.of(
            "uitstel",
            Map.of("reden", "veiligheid-kind", "tot", "over 14 dagen", "bevestigdDoor", "med-12")));
    return record;
  }
}
