package nl.sluis.gateway.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// A reader of JSON in which two parsers cannot disagree (after RFC 7493, I-JSON, and tighter).
///
/// Refuses what is not UTF-8, a byte order mark, doubled names, NUL, half surrogate pairs, numbers
/// a double cannot hold, and whatever follows the document. Immutable; may be shared between
/// threads.
public final class StrictJson {
  /// The deepest nesting that is read, of messages and of every other body.
  public static final int DEPTH = 8;

  /// The longest text that is read in the clear.
  public static final int TEXT = 8 * 1024;

  /// For every body that is not a message.
  public static final StrictJson BODIES = new StrictJson(DEPTH, TEXT);

  private static final int NAME = 128;
  private static final int NUMBER = 20;
  private static final long EXACT = (1L << 53) - 1;
  private static final int UNBOUNDED_BY_JACKSON = 1 << 20;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          // Names come from strangers: keep them out of tables that live longer than the message.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(512)
                  .maxNumberLength(UNBOUNDED_BY_JACKSON)
                  .maxNameLength(UNBOUNDED_BY_JACKSON)
                  .maxStringLength(UNBOUNDED_BY_JACKSON)
                  .build())
          .build();

  private final int depth;
  private final int text;

  /// @param depth the deepest nesting, at most 500
  /// @param text the longest text, in UTF-16 units
  public StrictJson(int depth, int text) {
    this.depth = depth;
    this.text = text;
  }

  /// The object that these bytes are.
  public ObjectNode object(byte[] utf8) throws MessageFault {
    if (read(utf8) instanceof ObjectNode object) {
      return object;
    }
    throw new MessageFault(FaultCode.JSON_ONGELDIG);
  }

  /// The document that these bytes are.
  public JsonNode read(byte[] utf8) throws MessageFault {
    var chars = decode(utf8);
    if (chars.length() > 0 && chars.charAt(0) == '\ufeff') {
      throw new MessageFault(FaultCode.JSON_BOM);
    }
    try (JsonParser parser = FACTORY.createParser(chars.array(), 0, chars.length())) {
      if (parser.nextToken() == null) {
        throw new MessageFault(FaultCode.JSON_ONGELDIG);
      }
      var node = value(parser, 0);
      if (parser.nextToken() != null) {
        throw new MessageFault(FaultCode.JSON_ONGELDIG);
      }
      return node;
    } catch (JsonProcessingException e) {
      // Without the cause: its text may quote the message.
      throw new MessageFault(FaultCode.JSON_ONGELDIG);
    } catch (IOException e) {
      throw new UncheckedIOException("reading memory cannot fail", e);
    }
  }

  private static CharBuffer decode(byte[] utf8) throws MessageFault {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(utf8));
    } catch (CharacterCodingException e) {
      throw new MessageFault(FaultCode.UTF8_ONGELDIG);
    }
  }

  private JsonNode value(JsonParser parser, int level) throws IOException, MessageFault {
    return switch (parser.currentToken()) {
      case START_OBJECT -> members(parser, deeper(level));
      case START_ARRAY -> elements(parser, deeper(level));
      case VALUE_STRING -> NODES.textNode(checked(parser.getText(), text));
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> decimal(parser);
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case FIELD_NAME, END_OBJECT, END_ARRAY, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new MessageFault(FaultCode.JSON_ONGELDIG);
    };
  }

  private int deeper(int level) throws MessageFault {
    if (level >= depth) {
      throw new MessageFault(FaultCode.JSON_TE_DIEP);
    }
    return level + 1;
  }

  private JsonNode members(JsonParser parser, int level) throws IOException, MessageFault {
    var object = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = checked(parser.currentName(), NAME);
      parser.nextToken();
      if (object.replace(name, value(parser, level)) != null) {
        throw new MessageFault(FaultCode.JSON_DUBBELE_SLEUTEL);
      }
    }
    return object;
  }

  private JsonNode elements(JsonParser parser, int level) throws IOException, MessageFault {
    var array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser, level));
    }
    return array;
  }

  private static JsonNode integer(JsonParser parser) throws IOException, MessageFault {
    if (parser.getTextLength() > NUMBER
        || Math.abs(parser.getDecimalValue().doubleValue()) > EXACT) {
      throw new MessageFault(FaultCode.JSON_GETAL_ONGELDIG);
    }
    return NODES.numberNode(parser.getLongValue());
  }

  private static JsonNode decimal(JsonParser parser) throws IOException, MessageFault {
    var written = parser.getText();
    if (written.length() > NUMBER || written.indexOf('e') >= 0 || written.indexOf('E') >= 0) {
      throw new MessageFault(FaultCode.JSON_GETAL_ONGELDIG);
    }
    return NODES.numberNode(parser.getDecimalValue());
  }

  private static String checked(String string, int longest) throws MessageFault {
    if (string.length() > longest) {
      throw new MessageFault(FaultCode.JSON_TEKST_TE_LANG);
    }
    for (int i = 0; i < string.length(); i++) {
      char unit = string.charAt(i);
      if (unit == 0) {
        throw new MessageFault(FaultCode.JSON_NUL_TEKEN);
      }
      if (Character.isSurrogate(unit)) {
        if (!Character.isHighSurrogate(unit)
            || i + 1 == string.length()
            || !Character.isLowSurrogate(string.charAt(++i))) {
          throw new MessageFault(FaultCode.JSON_LOS_SURROGAAT);
        }
      }
    }
    return string;
  }
}
