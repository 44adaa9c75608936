package nl.sluis.gateway.logbook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The verifier's own reading of details: they count only in the form of RFC 8785.
///
/// Writes each value again while it reads, instead of sorting as the writer does. May be shared
/// between threads.
final class CanonicalCheck {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  private CanonicalCheck() {}

  /// The value, or nothing when these are not the canonical bytes of one object.
  static Optional<JsonNode> read(byte[] bytes) {
    try (var parser = MAPPER.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      var again = new StringBuilder(bytes.length);
      if (!object(parser, again) || parser.nextToken() != null) {
        return Optional.empty();
      }
      var text = again.toString();
      return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)
          ? Optional.of(MAPPER.readTree(bytes))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean object(JsonParser parser, StringBuilder again) throws IOException {
    var previous = Optional.<String>empty();
    again.append('{');
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      if (previous.isPresent()) {
        if (previous.get().compareTo(name) >= 0) {
          return false;
        }
        again.append(',');
      }
      quote(again, name);
      again.append(':');
      parser.nextToken();
      if (!value(parser, again)) {
        return false;
      }
      previous = Optional.of(name);
    }
    again.append('}');
    return true;
  }

  private static boolean array(JsonParser parser, StringBuilder again) throws IOException {
    again.append('[');
    var separator = "";
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      again.append(separator);
      separator = ",";
      if (!value(parser, again)) {
        return false;
      }
    }
    again.append(']');
    return true;
  }

  private static boolean value(JsonParser parser, StringBuilder again) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, again);
      case START_ARRAY -> array(parser, again);
      case VALUE_STRING -> {
        quote(again, parser.getText());
        yield true;
      }
      case VALUE_NUMBER_INT -> {
        again.append(parser.getLongValue());
        yield true;
      }
      case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> {
        again.append(parser.getText());
        yield true;
      }
      default -> false;
    };
  }

  private static void quote(StringBuilder again, String text) {
    again.append('"');
    text.chars()
        .forEach(
            unit -> {
              var brief = "\b\t\n\f\r\"\\".indexOf(unit);
              if (brief >= 0) {
                again.append('\\').append("btnfr\"\\".charAt(brief));
              } else if (unit < ' ') {
                again.append(String.format("\\u%04x", unit));
              } else {
                again.append((char) unit);
              }
            });
    again.append('"');
  }
}
