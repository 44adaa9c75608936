package nl.sluis.gateway.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a sender claims, as plain values for the convenant's own checks.
final class Claims {
  private Claims() {}

  /// The members of an object that are texts.
  static Map<String, String> texts(JsonNode object) {
    var texts = new HashMap<String, String>();
    object
        .properties()
        .forEach(
            member -> {
              if (member.getValue().isTextual()) {
                texts.put(member.getKey(), member.getValue().asText());
              }
            });
    return texts;
  }

  /// Every text in a value, however deep.
  static List<String> allTexts(JsonNode value) {
    var texts = new ArrayList<String>();
    collect(value, texts);
    return texts;
  }

  private static void collect(JsonNode value, List<String> into) {
    if (value.isTextual()) {
      into.add(value.asText());
    } else {
      value.forEach(child -> collect(child, into));
    }
  }
}
