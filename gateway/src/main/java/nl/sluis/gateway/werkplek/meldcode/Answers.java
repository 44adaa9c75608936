package nl.sluis.gateway.werkplek.meldcode;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;

/// What somebody filled in so far, by the name of the field. Immutable.
///
/// @param values never empty ones
public record Answers(Map<String, String> values) {
  /// How many of a thing that there can be more of, such as signals.
  static final int MOST = 10;

  /// Copies its map.
  public Answers {
    values = Map.copyOf(values);
  }

  /// As it stood in a draft.
  static Answers of(ObjectNode draft) {
    var values = new TreeMap<String, String>();
    draft
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isTextual() && !field.getValue().asText().isBlank()) {
                values.put(field.getKey(), field.getValue().asText());
              }
            });
    return new Answers(values);
  }

  /// As it stands in a draft.
  ObjectNode toJson() {
    var draft = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(values).forEach(draft::put);
    return draft;
  }

  /// The same, with what came of a page: what was left empty there is empty now.
  ///
  /// @throws InputFault when a field came twice, is longer than it may be, or is no word of its
  ///   list
  Answers with(Asked asked, List<Group> page) throws InputFault {
    var merged = new TreeMap<>(values);
    for (var group : page) {
      for (var question : group.questions()) {
        var value = asked.one(question.name()).replace("\r\n", "\n");
        if (value.isEmpty()) {
          merged.remove(question.name());
        } else if (question.takes(value)) {
          merged.put(question.name(), value);
        } else {
          throw new InputFault(question.name());
        }
      }
    }
    return new Answers(merged);
  }

  /// The same, with this value where there is none yet.
  Answers orElse(String name, String value) {
    return values.containsKey(name) ? this : set(name, value);
  }

  /// The same, with this value.
  Answers set(String name, String value) {
    var merged = new TreeMap<>(values);
    merged.put(name, value);
    return new Answers(merged);
  }

  /// What stands in a field; empty when nothing does.
  public String value(String name) {
    return values.getOrDefault(name, "");
  }

  /// Was this chosen?
  public boolean is(String name, String value) {
    return value(name).equals(value);
  }

  /// How many there are of a thing that there can be more of: up to the last of which anything is
  /// filled in.
  ///
  /// @param prefix such as `signaal`
  int count(String prefix) {
    int last = 0;
    for (var name : values.keySet()) {
      var parts = name.split("\\.", -1);
      if (parts.length == 3 && parts[0].equals(prefix) && parts[1].matches("[0-9]{1,2}")) {
        last = Math.max(last, Integer.parseInt(parts[1]));
      }
    }
    return Math.min(last, MOST);
  }

  /// The answers to the five questions, by number.
  Map<Integer, String> weighed() {
    var found = new TreeMap<Integer, String>();
    for (int number = 1; number <= Framework.QUESTIONS; number++) {
      var answer = value("vraag." + number + ".antwoord");
      if (!answer.isEmpty()) {
        found.put(number, answer);
      }
    }
    return found;
  }
}
