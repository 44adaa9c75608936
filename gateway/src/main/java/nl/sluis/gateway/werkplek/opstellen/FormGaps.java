package nl.sluis.gateway.werkplek.opstellen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.sluis.policies.question.ScanFinding;
import org.jspecify.annotations.Nullable;

/// Which fields of a category are open or wrong, in words. Says less than the schema, never more:
/// what it does not find is still refused by the schema. Pure.
final class FormGaps {
  private final List<String> open = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  private FormGaps() {}

  /// One sentence that names them.
  ///
  /// @param content what was filled in; nothing when nothing was
  static String of(List<Field> fields, @Nullable JsonNode content) {
    var gaps = new FormGaps();
    gaps.look(fields, content == null ? MissingNode.getInstance() : content);
    var said = new ArrayList<String>();
    if (!gaps.open.isEmpty()) {
      said.add("vul nog in: " + named(gaps.open));
    }
    if (!gaps.wrong.isEmpty()) {
      said.add("kijk na: " + named(gaps.wrong));
    }
    return said.isEmpty() ? OwnWords.of(ScanFinding.VORM_ONJUIST) : String.join("; ", said) + ".";
  }

  private void look(List<Field> fields, JsonNode content) {
    for (var field : fields) {
      var value = content.path(field.name());
      if (value.isMissingNode()) {
        if (field.required()) {
          open.add(Input.words(field.name()));
        }
      } else if (field instanceof Field.Many many && !many.isOfTexts()) {
        value.forEach(row -> look(many.parts(), row));
      } else if (!fits(field, value)) {
        wrong.add(Input.words(field.name()));
      }
    }
  }

  private static boolean fits(Field field, JsonNode value) {
    return switch (field) {
      case Field.Text text ->
          value.asText().length() <= text.longest()
              && text.pattern().filter(p -> !value.asText().matches(p)).isEmpty();
      case Field.Day _ -> isDay(value.asText());
      case Field.Choice(var _, var _, var words) -> words.contains(value.asText());
      case Field.Count(var _, var _, var least, var most, var _) ->
          value.isInt() && value.asInt() >= least && value.asInt() <= most;
      case Field.Truth _ -> value.isBoolean();
      case Field.Many(var _, var _, var least, var most, var _) ->
          value.size() >= least && value.size() <= most;
    };
  }

  private static boolean isDay(String text) {
    try {
      return LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeException _) {
      return false;
    }
  }

  private static String named(List<String> names) {
    return names.stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
