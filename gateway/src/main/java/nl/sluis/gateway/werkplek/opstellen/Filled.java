package nl.sluis.gateway.werkplek.opstellen;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/// What somebody filled in, as it stands in the message: only fields of the form, nothing that was
/// left open. Pure.
///
/// A field is sent under the code of its category and its path: `K08.observaties.0.datum`.
final class Filled {
  static final String YES = "ja";
  static final String NO = "nee";

  private final Map<String, List<String>> sent;

  /// @param sent the fields of the browser's form, which may hold anything
  Filled(Map<String, List<String>> sent) {
    this.sent = sent;
  }

  /// The content of a category; an empty object when nothing of it was filled in.
  ObjectNode category(SchemaForm form, String code) {
    return group(form.fields(), code);
  }

  private ObjectNode group(List<Field> fields, String prefix) {
    var object = JsonNodeFactory.instance.objectNode();
    for (var field : fields) {
      var name = prefix + "." + field.name();
      if (field instanceof Field.Many many) {
        var rows = rows(many, name);
        if (!rows.isEmpty()) {
          object.set(field.name(), rows);
        }
      } else {
        one(field, name, object);
      }
    }
    return object;
  }

  private ArrayNode rows(Field.Many many, String name) {
    var rows = JsonNodeFactory.instance.arrayNode();
    for (int row = 0; row < many.most(); row++) {
      var at = name + "." + row;
      if (many.isOfTexts()) {
        var text = value(at);
        if (!text.isEmpty()) {
          rows.add(text);
        }
      } else {
        var group = group(many.parts(), at);
        if (!group.isEmpty()) {
          rows.add(group);
        }
      }
    }
    return rows;
  }

  private void one(Field field, String name, ObjectNode into) {
    var text = value(name);
    if (text.isEmpty()) {
      return;
    }
    switch (field) {
      case Field.Count _ -> {
        // What is no number stays as it was typed: the form of the convenant says that it is wrong.
        if (text.matches("-?[0-9]{1,9}")) {
          into.put(field.name(), Integer.parseInt(text));
        } else {
          into.put(field.name(), text);
        }
      }
      case Field.Truth _ -> {
        if (text.equals(YES) || text.equals(NO)) {
          into.put(field.name(), text.equals(YES));
        }
      }
      case Field.Day _ -> into.put(field.name(), Typed.day(text));
      case Field.Text _, Field.Choice _ -> into.put(field.name(), text);
      case Field.Many _ -> throw new IllegalArgumentException("a list within a list");
    }
  }

  /// What stands in a field, as people see it; a browser ends lines with two characters.
  String value(String name) {
    var values = sent.getOrDefault(name, List.of());
    return values.size() == 1 ? values.getFirst().replace("\r\n", "\n").strip() : "";
  }
}
