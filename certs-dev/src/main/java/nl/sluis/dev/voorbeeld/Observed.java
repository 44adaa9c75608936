package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.dev.partner.Answer;
import nl.sluis.policies.terms.DataCategory;

/// What one step showed. Immutable.
///
/// @param status the HTTP status; zero when the step was no request or no answer came
/// @param headers the headers of the answer, names in lower case
/// @param body the answer as text
/// @param json the answer as JSON; missing when it is none
/// @param content what the receiver opened, by category
/// @param facts other things seen, by the name of the observation that asks for them
/// @param lines what the report tells about it
record Observed(
    int status,
    Map<String, String> headers,
    String body,
    JsonNode json,
    Map<DataCategory, JsonNode> content,
    Map<String, String> facts,
    List<String> lines) {
  private static final ObjectMapper JSON = new ObjectMapper();

  Observed {
    headers = Map.copyOf(headers);
    content = new LinkedHashMap<>(content);
    facts = new LinkedHashMap<>(facts);
    lines = List.copyOf(lines);
  }

  /// Nothing but these lines for the report.
  static Observed told(String... lines) {
    return new Observed(
        0, Map.of(), "", MissingNode.getInstance(), Map.of(), Map.of(), List.of(lines));
  }

  /// The answer to a request.
  static Observed answered(Answer answer) {
    if (answer.refusedConnection().isPresent()) {
      return told("de verbinding werd geweigerd").with("verbinding", "geweigerd");
    }
    var text = answer.body();
    return new Observed(
            answer.status(), answer.headers(), text, parse(text), Map.of(), Map.of(), List.of())
        .with("verbinding", "gelukt");
  }

  private static JsonNode parse(String text) {
    try {
      var node = text.isBlank() ? null : JSON.readTree(text);
      return node == null ? MissingNode.getInstance() : node;
    } catch (JsonProcessingException _) {
      return MissingNode.getInstance();
    }
  }

  /// The same with another text, in which what was opened stands too.
  Observed withBody(String other) {
    return new Observed(status, headers, other, json, content, facts, lines);
  }

  /// The same with one more fact.
  Observed with(String name, String value) {
    var more = new LinkedHashMap<>(facts);
    more.put(name, value);
    return new Observed(status, headers, body, json, content, more, lines);
  }

  /// The same with one more line for the report.
  Observed with(String line) {
    var more = new java.util.ArrayList<>(lines);
    more.add(line);
    return new Observed(status, headers, body, json, content, facts, more);
  }

  /// The same with what the receiver opened.
  Observed withContent(Map<DataCategory, JsonNode> opened) {
    return new Observed(status, headers, body, json, opened, facts, lines);
  }

  /// The fact with this name.
  Optional<String> fact(String name) {
    return Optional.ofNullable(facts.get(name));
  }

  /// A text member of the JSON answer; empty text when absent.
  String text(String member) {
    return json.path(member).asText("");
  }

  boolean succeeded() {
    return status == 0
        ? !facts.getOrDefault("verbinding", "gelukt").equals("geweigerd")
        : status >= 200 && status < 300;
  }
}
