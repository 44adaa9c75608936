package nl.sluis.gateway.werkplek.postbus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Whatever a sender wrote, as lines with a name: every value exactly as it was signed, and nothing
/// left out.
public final class Content {
  private static final String DASH = " – ";

  private Content() {}

  /// One line.
  ///
  /// @param name what it is called; empty for a text that has no name
  /// @param values what stands there, in the order of the sender
  public record Line(String name, List<String> values) {
    /// Copies its list.
    public Line {
      values = List.copyOf(values);
    }

    /// Tells what it is called, never what stands there.
    @Override
    public String toString() {
      return "Line[" + name + "]";
    }
  }

  /// The lines of an object, an array or one value.
  static List<Line> lines(JsonNode value) {
    var lines = new ArrayList<Line>();
    add("", value, lines);
    return List.copyOf(lines);
  }

  private static void add(String name, JsonNode value, List<Line> lines) {
    if (value.isObject()) {
      value.properties().forEach(one -> add(joined(name, one.getKey()), one.getValue(), lines));
    } else if (value.isArray() && !isPlain(value)) {
      int number = 0;
      for (var one : value) {
        number++;
        add(joined(name, Integer.toString(number)), one, lines);
      }
    } else {
      lines.add(new Line(name, texts(value)));
    }
  }

  private static String joined(String name, String more) {
    var word = Naming.word(more);
    return name.isEmpty() ? word : name + DASH + word.toLowerCase(Locale.ROOT);
  }

  private static boolean isPlain(JsonNode array) {
    for (var one : array) {
      if (one.isContainerNode()) {
        return false;
      }
    }
    return true;
  }

  private static List<String> texts(JsonNode value) {
    var texts = new ArrayList<String>();
    if (value.isArray()) {
      value.forEach(one -> texts.add(text(one)));
    } else {
      texts.add(text(value));
    }
    return texts;
  }

  private static String text(JsonNode value) {
    if (value.isBoolean()) {
      return value.asBoolean() ? "ja" : "nee";
    }
    return value.isNull() ? "(leeg)" : value.asText();
  }
}
