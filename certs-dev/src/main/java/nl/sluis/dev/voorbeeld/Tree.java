package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A piece of YAML that remembers where it stood. Immutable.
sealed interface Tree {
  /// Where it stands.
  Place place();

  /// The same as JSON, for bodies and contents that the scenario spells out.
  JsonNode toJson();

  /// One word, number or sentence.
  ///
  /// @param value as written, without quotes
  /// @param plain written without quotes, so that `12` is a number and `true` a truth value
  /// @param place where it stands
  record Text(String value, boolean plain, Place place) implements Tree {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Pattern BROKEN = Pattern.compile("-?[0-9]{1,15}\\.[0-9]{1,15}");

    @Override
    public JsonNode toJson() {
      var json = JsonNodeFactory.instance;
      if (!plain) {
        return json.textNode(value);
      }
      if (value.equals("true") || value.equals("false")) {
        return json.booleanNode(value.equals("true"));
      }
      if (value.isEmpty() || value.equals("null")) {
        return json.nullNode();
      }
      if (WHOLE.matcher(value).matches()) {
        return json.numberNode(Long.parseLong(value));
      }
      return BROKEN.matcher(value).matches()
          ? json.numberNode(Double.parseDouble(value))
          : json.textNode(value);
    }
  }

  /// A list.
  ///
  /// @param items its elements in order
  /// @param place where it starts
  record Items(List<Tree> items, Place place) implements Tree {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public JsonNode toJson() {
      var array = JsonNodeFactory.instance.arrayNode();
      items.forEach(item -> array.add(item.toJson()));
      return array;
    }
  }

  /// Keys with their values.
  ///
  /// @param entries by key, in the order of the file
  /// @param places where each key stands
  /// @param place where it starts
  record Block(Map<String, Tree> entries, Map<String, Place> places, Place place) implements Tree {
    public Block {
      entries = new LinkedHashMap<>(entries);
      places = Map.copyOf(places);
    }

    @Override
    public JsonNode toJson() {
      var object = JsonNodeFactory.instance.objectNode();
      entries.forEach((key, value) -> object.set(key, value.toJson()));
      return object;
    }
  }
}
