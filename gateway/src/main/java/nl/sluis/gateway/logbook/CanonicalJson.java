package nl.sluis.gateway.logbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// The one way to write a JSON value as bytes (RFC 8785), for the values the logbook knows and what
/// somebody signs.
///
/// Those are strings, whole numbers within 2^53, true, false, null, arrays and objects. Fractions
/// are refused, because their canonical form is where implementations differ.
public final class CanonicalJson {
  private static final long SAFE = 1L << 53;

  private CanonicalJson() {}

  /// @throws IllegalArgumentException when the value holds something that has no place in the
  ///   logbook
  public static byte[] encode(JsonNode value) {
    var out = new StringBuilder(512);
    write(out, value);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(StringBuilder out, JsonNode value) {
    if (value.isObject()) {
      writeObject(out, value);
    } else if (value.isArray()) {
      var between = '[';
      for (var element : value) {
        out.append(between);
        write(out, element);
        between = ',';
      }
      out.append(value.isEmpty() ? "[]" : "]");
    } else if (value.isTextual()) {
      writeText(out, value.textValue());
    } else if (value.isIntegralNumber() && value.canConvertToLong()) {
      writeNumber(out, value.longValue());
    } else if (value.isBoolean() || value.isNull()) {
      out.append(value.asText());
    } else {
      throw new IllegalArgumentException("a value of type " + value.getNodeType() + " is refused");
    }
  }

  private static void writeObject(StringBuilder out, JsonNode value) {
    // The order of RFC 8785 is that of UTF-16 code units, which is the order of Java strings.
    var members = new TreeMap<String, JsonNode>();
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      members.put(member.getKey(), member.getValue());
    }
    var between = '{';
    for (var member : members.entrySet()) {
      out.append(between);
      writeText(out, member.getKey());
      out.append(':');
      write(out, member.getValue());
      between = ',';
    }
    out.append(members.isEmpty() ? "{}" : "}");
  }

  private static void writeNumber(StringBuilder out, long number) {
    if (number >= SAFE || number <= -SAFE) {
      throw new IllegalArgumentException("a number beyond 2^53 is refused; write it as text");
    }
    out.append(number);
  }

  private static void writeText(StringBuilder out, String text) {
    out.append('"');
    for (var at = 0; at < text.length(); at++) {
      var unit = text.charAt(at);
      if (Character.isSurrogate(unit)) {
        at = writePair(out, text, at);
      } else {
        writeUnit(out, unit);
      }
    }
    out.append('"');
  }

  private static int writePair(StringBuilder out, String text, int at) {
    var whole =
        at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    if (!whole) {
      throw new IllegalArgumentException("half a character is refused");
    }
    out.append(text, at, at + 2);
    return at + 1;
  }

  private static void writeUnit(StringBuilder out, char unit) {
    switch (unit) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> {
        if (unit < 0x20) {
          out.append("\\u00").append(unit < 0x10 ? '0' : '1');
          out.append(Character.forDigit(unit & 0xf, 16));
        } else {
          out.append(unit);
        }
      }
    }
  }
}
