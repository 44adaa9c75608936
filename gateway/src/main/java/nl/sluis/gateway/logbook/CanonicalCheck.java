package nl.sluis.gateway.logbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The verifier's own reading of details: they count only in the form of RFC 8785.
///
/// Knows no other form: each value has one way to be written, and whatever else stands there, a
/// space or a name out of order, is where it stops. For one thread, one text at a time.
final class CanonicalCheck {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String BRIEF = "\b\t\n\f\r\"\\";
  private static final int DEEPEST = 100;

  private final byte[] bytes;
  private int at;

  /// It is not in that form.
  private static final class NotCanonical extends Exception {
    private static final long serialVersionUID = 1L;

    NotCanonical() {
      super(null, null, false, false);
    }
  }

  private CanonicalCheck(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The value, or nothing when these are not the canonical bytes of one object.
  static Optional<JsonNode> read(byte[] bytes) {
    var text = new CanonicalCheck(bytes);
    try {
      text.expect('{');
      var value = text.object(0);
      return text.at == bytes.length ? Optional.of(value) : Optional.empty();
    } catch (NotCanonical e) {
      return Optional.empty();
    }
  }

  private ObjectNode object(int depth) throws NotCanonical {
    var object = NODES.objectNode();
    if (isNext('}')) {
      return object;
    }
    String previous = null;
    do {
      expect('"');
      var name = text();
      if (previous != null && previous.compareTo(name) >= 0) {
        throw new NotCanonical();
      }
      previous = name;
      expect(':');
      object.set(name, value(depth));
    } while (isNext(','));
    expect('}');
    return object;
  }

  private JsonNode array(int depth) throws NotCanonical {
    var array = NODES.arrayNode();
    if (isNext(']')) {
      return array;
    }
    do {
      array.add(value(depth));
    } while (isNext(','));
    expect(']');
    return array;
  }

  private JsonNode value(int depth) throws NotCanonical {
    if (depth > DEEPEST) {
      throw new NotCanonical();
    }
    return switch (next()) {
      case '{' -> object(depth + 1);
      case '[' -> array(depth + 1);
      case '"' -> TextNode.valueOf(text());
      case 't' -> word("rue", BooleanNode.TRUE);
      case 'f' -> word("alse", BooleanNode.FALSE);
      case 'n' -> word("ull", NullNode.instance);
      default -> number();
    };
  }

  private JsonNode word(String rest, JsonNode meaning) throws NotCanonical {
    for (var i = 0; i < rest.length(); i++) {
      expect(rest.charAt(i));
    }
    return meaning;
  }

  /// A whole number, of which the first character was read.
  private JsonNode number() throws NotCanonical {
    var from = at - 1;
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    var digits = new String(bytes, from, at - from, StandardCharsets.US_ASCII);
    try {
      var number = Long.parseLong(digits);
      if (Long.toString(number).equals(digits)) {
        return LongNode.valueOf(number);
      }
    } catch (NumberFormatException e) {
      throw new NotCanonical();
    }
    throw new NotCanonical();
  }

  /// What stands up to the next quote.
  private String text() throws NotCanonical {
    var from = at;
    var ascii = true;
    while (at < bytes.length && bytes[at] != '"') {
      if (bytes[at] == '\\') {
        return escaped(from);
      }
      if (bytes[at] >= 0 && bytes[at] < ' ') {
        throw new NotCanonical();
      }
      ascii &= bytes[at++] >= 0;
    }
    expect('"');
    return decoded(from, at - 1 - from, ascii);
  }

  private String decoded(int from, int length, boolean ascii) throws NotCanonical {
    if (ascii) {
      return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }
    var text = new String(bytes, from, length, StandardCharsets.UTF_8);
    var again = text.getBytes(StandardCharsets.UTF_8);
    if (!Arrays.equals(again, 0, again.length, bytes, from, from + length)) {
      throw new NotCanonical();
    }
    return text;
  }

  /// The rest of a text with a backslash in it.
  private String escaped(int from) throws NotCanonical {
    var text = new StringBuilder();
    var start = from;
    while (at < bytes.length && bytes[at] != '"') {
      if (bytes[at] == '\\') {
        text.append(decoded(start, at - start, false));
        at++;
        text.append(escape());
        start = at;
      } else if (bytes[at] >= 0 && bytes[at] < ' ') {
        throw new NotCanonical();
      } else {
        at++;
      }
    }
    expect('"');
    return text.append(decoded(start, at - 1 - start, false)).toString();
  }

  /// Seven characters have a letter; the other control characters have four digits.
  private char escape() throws NotCanonical {
    var letter = next();
    var brief = "btnfr\"\\".indexOf(letter);
    if (brief >= 0) {
      return BRIEF.charAt(brief);
    }
    if (letter != 'u' || at + 4 > bytes.length) {
      throw new NotCanonical();
    }
    var digits = new String(bytes, at, 4, StandardCharsets.US_ASCII);
    for (char unit = 0; unit < ' '; unit++) {
      if (BRIEF.indexOf(unit) < 0 && String.format("%04x", (int) unit).equals(digits)) {
        at += 4;
        return unit;
      }
    }
    throw new NotCanonical();
  }

  private boolean isNext(char expected) {
    var is = at < bytes.length && bytes[at] == expected;
    at += is ? 1 : 0;
    return is;
  }

  private char next() throws NotCanonical {
    if (at == bytes.length || bytes[at] < 0) {
      throw new NotCanonical();
    }
    return (char) bytes[at++];
  }

  private void expect(char expected) throws NotCanonical {
    if (!isNext(expected)) {
      throw new NotCanonical();
    }
  }
}
