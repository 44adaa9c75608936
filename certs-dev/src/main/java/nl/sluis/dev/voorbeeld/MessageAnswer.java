package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.sluis.dev.partner.Answer;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;

/// Reads the answer to a message into what a scenario can expect, and tells it with its article.
final class MessageAnswer {
  private MessageAnswer() {}

  static Observed of(Scene scene, SendAction action, Answer answer) {
    var seen = Observed.answered(answer);
    if (seen.status() == 0) {
      return seen;
    }
    var outcome = outcome(seen);
    var rule = rule(scene.convenant(), seen, action);
    var told = new ArrayList<String>();
    told.add(outcome.isEmpty() ? "antwoord " + seen.status() : outcome);
    rule.ifPresent(r -> told.add("regel " + r.id()));
    rule.ifPresent(r -> told.add(articles(r)));
    var full = seen.with("uitkomst", outcome).with(String.join(" · ", told));
    for (var line : lines(seen.json())) {
      full = full.with(line);
    }
    return full.with("regel", rule.map(Rule::id).orElse(""));
  }

  /// The outcome in the word of the design, whatever the form of the answer.
  static String outcome(Observed seen) {
    var word = seen.text("uitkomst").toUpperCase(Locale.ROOT).replace('-', '_');
    if (!word.isEmpty()) {
      return word;
    }
    return switch (seen.status()) {
      case 403 -> seen.json().has("redenen") ? "WEIGEREN" : "";
      case 409 -> seen.json().has("ontbreekt") ? "AANHOUDEN" : "";
      default -> "";
    };
  }

  private static Optional<Rule> rule(Convenant convenant, Observed seen, SendAction action) {
    var named = convenant.rule(seen.text("regel"));
    if (named.isPresent() || seen.status() == 400 || seen.status() == 401) {
      return named;
    }
    return convenant.rules().stream()
        .filter(rule -> rule.purpose().code().equals(action.purpose()))
        .filter(rule -> rule.from().stream().anyMatch(r -> r.code().equals(action.from().role())))
        .filter(rule -> rule.to().stream().anyMatch(r -> r.code().equals(action.to().role())))
        .findFirst();
  }

  private static String articles(Rule rule) {
    var articles = new ArrayList<String>();
    rule.grounds().forEach(ground -> articles.add(ground.toString()));
    rule.secrecyKey().map(Object::toString).ifPresent(articles::add);
    return String.join(", ", articles);
  }

  private static List<String> lines(JsonNode json) {
    var lines = new ArrayList<String>();
    if (json.path("vrijgegeven").size() > 0) {
      lines.add("doorgelaten: " + words(json.path("vrijgegeven")));
    }
    withheld(json)
        .forEach((category, reason) -> lines.add("achtergehouden: " + category + ", " + reason));
    if (json.path("verplichtingen").size() > 0) {
      lines.add("verplicht: " + words(json.path("verplichtingen")));
    }
    for (var reason : json.path("redenen")) {
      var about = reason.path("over").asText("");
      lines.add(
          "reden: %s%s. %s"
              .formatted(
                  reason.path("code").asText(),
                  about.isEmpty() ? "" : " (" + about + ")",
                  reason.path("watNu").asText("")));
    }
    if (json.path("redenen").isEmpty() && json.has("title")) {
      lines.add(json.path("title").asText() + ": " + json.path("detail").asText(""));
    }
    return lines;
  }

  static String words(JsonNode array) {
    var words = new ArrayList<String>();
    array.forEach(word -> words.add(wordOf(word)));
    return String.join(" ", words);
  }

  /// A word of an array: the text itself, or the code of an object.
  static String wordOf(JsonNode node) {
    return node.isTextual() ? node.asText() : node.path("code").asText(node.toString());
  }

  /// The reason of each withheld category.
  static Map<String, String> withheld(JsonNode json) {
    var withheld = new TreeMap<String, String>();
    for (var item : json.path("achtergehouden")) {
      withheld.put(item.path("categorie").asText(), item.path("reden").asText());
    }
    return withheld;
  }
}
