package nl.sluis.gateway.evaluatie;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.sluis.policies.scan.BsnScan;

/// What is asked, as the form of the convenant has it: each field one question, in its order.
///
/// The convenant says what is asked and in which words it can be answered; here stands no question.
/// A form with a field of another shape than these is read as without that field. Immutable; may be
/// shared between threads.
///
/// @param fields at least one that must be filled in
public record Questionnaire(List<Field> fields) {
  private static final JsonMapper JSON = new JsonMapper();

  /// Copies its list.
  public Questionnaire {
    fields = List.copyOf(fields);
  }

  /// One question.
  public sealed interface Field {
    /// Its name in the form, such as `passend`.
    String name();

    /// Must it be filled in by who answers at all?
    boolean required();
  }

  /// One of these words, or of these numbers.
  ///
  /// @param number whether it is a number
  public record Choice(String name, boolean required, List<String> words, boolean number)
      implements Field {
    /// Copies its list.
    public Choice {
      words = List.copyOf(words);
    }
  }

  /// Own words.
  ///
  /// @param most how many characters at most
  public record Words(String name, boolean required, int most) implements Field {}

  /// Reads the form of a category.
  ///
  /// @param schema a JSON Schema that the convenant was checked for
  /// @throws IllegalStateException when it is no JSON, which the reader of the convenant refuses
  public static Questionnaire of(String schema) {
    var form = json(schema);
    var required = new HashSet<String>();
    form.path("required").forEach(name -> required.add(name.asText()));
    var fields = new ArrayList<Field>();
    form.path("properties")
        .properties()
        .forEach(
            one ->
                field(one.getKey(), required.contains(one.getKey()), one.getValue())
                    .ifPresent(fields::add));
    return new Questionnaire(fields);
  }

  private static JsonNode json(String schema) {
    try {
      return JSON.readTree(schema);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the form of a category is not JSON", e);
    }
  }

  private static Optional<Field> field(String name, boolean required, JsonNode shape) {
    if (shape.path("enum").isArray()) {
      var words = new ArrayList<String>();
      shape.path("enum").forEach(word -> words.add(word.asText()));
      return Optional.of(new Choice(name, required, words, false));
    }
    return switch (shape.path("type").asText()) {
      case "integer" ->
          Optional.of(
              new Choice(
                  name,
                  required,
                  IntStream.rangeClosed(
                          shape.path("minimum").asInt(), shape.path("maximum").asInt())
                      .mapToObj(Integer::toString)
                      .toList(),
                  true));
      case "string" -> Optional.of(new Words(name, required, shape.path("maxLength").asInt()));
      default -> Optional.empty();
    };
  }

  /// What was filled in: the answer, or what of it must be filled in otherwise.
  ///
  /// @param answer as the form of the convenant has it; empty when something is wrong
  /// @param wrong the names of the fields that must be filled in otherwise
  public record Filled(Optional<ObjectNode> answer, Set<String> wrong) {
    /// Copies its set.
    public Filled {
      wrong = Set.copyOf(wrong);
    }
  }

  /// Reads what somebody filled in; what was left empty is no part of the answer.
  ///
  /// @param said by the name of the field
  public Filled read(Map<String, String> said) {
    var answer = JsonNodeFactory.instance.objectNode();
    var wrong = new HashSet<String>();
    for (var field : fields) {
      var word = said.getOrDefault(field.name(), "").strip();
      boolean fits = word.isEmpty() ? !field.required() : fits(field, word);
      if (!fits) {
        wrong.add(field.name());
      } else if (!word.isEmpty()) {
        put(answer, field, word);
      }
    }
    return new Filled(wrong.isEmpty() ? Optional.of(answer) : Optional.empty(), wrong);
  }

  private static boolean fits(Field field, String word) {
    return switch (field) {
      case Choice choice -> choice.words().contains(word);
      // A citizen service number is in nobody's words.
      case Words words -> word.length() <= words.most() && !BsnScan.holdsBsn(word);
    };
  }

  private static void put(ObjectNode answer, Field field, String word) {
    if (field instanceof Choice choice && choice.number()) {
      answer.put(field.name(), Integer.parseInt(word));
    } else {
      answer.put(field.name(), word);
    }
  }
}
