package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What of a row or of a parcel must be the same when nobody may tell which program sent it:
/// everything but numbers that were drawn, moments, salts, and digests and signatures over those.
///
/// Of what was sealed the length is kept, and of a list of digests how many there are.
final class Alike {
  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Set<String> SECONDS =
      Set.of("iat", "exp", "nbf", "aangenomenInRij", "verstrektInRij");

  /// Which call of the caller it was (W3C Trace Context): there when its client says so, as that of
  /// `./sluis partner` does.
  private static final String CALL = "aanroep";

  private static final Pattern NUMBER =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /// A consent, and the place of what was said of it last.
  private static final Pattern COUNTED = Pattern.compile(NUMBER.pattern() + "@\\d+");

  private static final Pattern WHICH = Pattern.compile("/\\d+$");
  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z");

  /// Eight, sixteen or 32 bytes, in one of the ways in which they are written.
  private static final Pattern DRAWN =
      Pattern.compile(
          "(?=.*[A-Z])(?=.*[a-z])([A-Za-z0-9_-]{22}|[A-Za-z0-9_-]{43})"
              + "|[0-9a-f]{16}|[0-9a-f]{32}|[0-9a-f]{64}");

  private static final Pattern JWS =
      Pattern.compile("(eyJ[A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)");
  private static final Pattern JWE =
      Pattern.compile(
          "(eyJ[A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]*)\\.([A-Za-z0-9_-]+)"
              + "\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)");

  private Alike() {}

  /// A row, an answer or a payload without what differs by chance.
  static JsonNode of(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> members(object);
      case ArrayNode array -> {
        var all = NODES.arrayNode();
        array.forEach(one -> all.add(of(one)));
        yield all;
      }
      case TextNode text -> TextNode.valueOf(word(text.asText()));
      default -> node;
    };
  }

  private static JsonNode members(ObjectNode object) {
    var sorted = new TreeMap<String, JsonNode>();
    for (Map.Entry<String, JsonNode> each : object.properties()) {
      if (each.getKey().equals(CALL)) {
        continue;
      }
      var name = name(each.getKey());
      while (sorted.containsKey(name)) {
        name += " en";
      }
      sorted.put(name, SECONDS.contains(name) ? moment() : of(each.getValue()));
    }
    var made = NODES.objectNode();
    sorted.forEach(made::set);
    return made;
  }

  /// Facts stand under the numbers that were drawn for them, and which of a kind it is.
  private static String name(String member) {
    var name = NUMBER.matcher(member).replaceAll("nummer");
    return name.equals(member) ? member : WHICH.matcher(name).replaceAll("/zoveelste");
  }

  private static JsonNode moment() {
    return TextNode.valueOf("moment");
  }

  private static String word(String text) {
    if (NUMBER.matcher(text).matches()) {
      return "nummer";
    }
    if (COUNTED.matcher(text).matches()) {
      return "nummer, de zoveelste";
    }
    if (MOMENT.matcher(text).matches()) {
      return "moment";
    }
    if (DRAWN.matcher(text).matches()) {
      return "getrokken " + text.length();
    }
    var sealed = JWE.matcher(text);
    if (sealed.matches()) {
      return "verzegeld %s %d".formatted(of(json(sealed.group(1))), sealed.group(4).length());
    }
    var signed = JWS.matcher(text);
    if (signed.matches()) {
      return "getekend %s %s".formatted(of(json(signed.group(1))), of(json(signed.group(2))));
    }
    return text;
  }

  /// A message as it was signed: its two parts, and what was disclosed by name in order.
  static List<String> message(String compact) {
    var parts = List.of(compact.split("~", -1));
    var told = new ArrayList<String>();
    for (var part : parts) {
      if (JWS.matcher(part).matches()) {
        told.add(word(part));
      } else if (!part.isEmpty()) {
        var disclosed = json(part);
        told.add(disclosed.path(1).asText() + " = " + of(disclosed.path(2)));
      }
    }
    return told;
  }

  private static JsonNode json(String encoded) {
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(encoded));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
