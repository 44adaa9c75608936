package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.sluis.gateway.logbook.CanonicalJson;

/// A statement with one value changed, once for each value that stands in it.
final class SpoiltStatement {
  private static final JsonMapper JSON = new JsonMapper();

  private SpoiltStatement() {}

  /// Each of them, by where the value stands. Of the lines the first is enough.
  static Map<String, byte[]> of(byte[] file) throws IOException {
    return of(file, 2);
  }

  /// Each of them, of every line there is.
  static Map<String, byte[]> all(byte[] file) throws IOException {
    return of(file, Integer.MAX_VALUE);
  }

  private static Map<String, byte[]> of(byte[] file, int most) throws IOException {
    var whole = (ObjectNode) JSON.readTree(file);
    var paths = new LinkedHashMap<String, JsonNode>();
    values("", whole, most, paths);
    var spoilt = new LinkedHashMap<String, byte[]>();
    for (var one : paths.entrySet()) {
      spoilt.put(one.getKey(), with(whole, one.getKey(), other(one.getValue())));
    }
    return spoilt;
  }

  private static void values(String path, JsonNode node, int most, Map<String, JsonNode> into) {
    if (node.isObject()) {
      node.properties()
          .forEach(one -> values(path + "/" + one.getKey(), one.getValue(), most, into));
    } else if (node.isArray()) {
      for (int i = 0; i < Math.min(node.size(), most); i++) {
        values(path + "/" + i, node.get(i), most, into);
      }
    } else if ((most > 2 || !path.matches("/(verklaring|bundel)/regels/1.*")) && !node.isNull()) {
      into.put(path, node);
    }
  }

  private static JsonNode other(JsonNode value) {
    if (value.isBoolean()) {
      return BooleanNode.valueOf(!value.booleanValue());
    }
    if (value.isInt()) {
      return IntNode.valueOf(value.intValue() ^ 1);
    }
    var text = value.asText();
    int at = text.length() / 2;
    if (text.isEmpty()) {
      return TextNode.valueOf("x");
    }
    char now = text.charAt(at);
    char next = now == '1' ? '2' : now == 'A' ? 'B' : Character.isDigit(now) ? '1' : 'A';
    return TextNode.valueOf(text.substring(0, at) + next + text.substring(at + 1));
  }

  /// The file with this value in that place.
  static byte[] with(ObjectNode whole, String path, JsonNode value) {
    var copy = whole.deepCopy();
    int slash = path.lastIndexOf('/');
    var parent = copy.at(path.substring(0, slash));
    var name = path.substring(slash + 1);
    if (parent instanceof ObjectNode object) {
      object.set(name, value);
    } else {
      ((ArrayNode) parent).set(Integer.parseInt(name), value);
    }
    return CanonicalJson.encode(copy);
  }
}
