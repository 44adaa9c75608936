package nl.sluis.gateway.werkplek.opstellen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.sluis.gateway.werkplek.opstellen.ComposeModels.Going;
import nl.sluis.gateway.werkplek.opstellen.ComposeModels.Line;
import nl.sluis.gateway.werkplek.opstellen.ComposeModels.Preview;
import nl.sluis.gateway.werkplek.opstellen.ComposeModels.StillMissing;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.hypothesis.OpenRoad;
import nl.sluis.policies.terms.DataCategory;

/// Makes of a message what is looked at before it goes: all of it, by where it ends. Pure.
final class PreviewShown {
  private PreviewShown() {}

  /// @param disclosed what is disclosed besides the categories, by its name in the message
  static Preview of(
      String path,
      OpenRoad road,
      Concept concept,
      Map<String, JsonNode> disclosed,
      StillMissing missing) {
    var stated = concept.stated();
    var rule = road.rule();
    var goes = new ArrayList<Going>();
    stated
        .categories()
        .forEach(
            (category, content) -> {
              var says = rule.categories().get(category);
              goes.add(
                  new Going(
                      ComposeShown.label(road, category),
                      says != null && says.handling() == Handling.VERZEGELD,
                      lines(content)));
            });
    var along = new ArrayList<String>();
    var sluis = new ArrayList<String>();
    disclosed.forEach(
        (name, value) ->
            (rule.forwarded().contains(name) ? along : sluis).add(told(road, name, value)));
    return new Preview(
        path,
        ComposeShown.way(road),
        receiver(concept),
        rule.familySentence(),
        goes,
        along,
        sluis,
        stays(road, stated),
        never(road),
        Signing.before(road, concept, disclosed),
        concept.seen(),
        missing,
        concept.sent().isPresent());
  }

  private static String receiver(Concept concept) {
    for (var one : concept.receivers()) {
      if (concept.to().filter(to -> to.value().equals(one.path("oin").asText())).isPresent()) {
        var team = one.path("team").asText();
        return one.path("naam").asText() + (team.isEmpty() ? "" : ", " + team);
      }
    }
    return "";
  }

  /// Every field with what stands in it, lists row by row.
  static List<Line> lines(ObjectNode content) {
    var lines = new ArrayList<Line>();
    content.properties().forEach(one -> add(Input.words(one.getKey()), one.getValue(), lines));
    return lines;
  }

  private static void add(String name, JsonNode value, List<Line> lines) {
    if (value.isArray()) {
      value.forEach(row -> lines.add(new Line(name, row.isObject() ? joined(row) : said(row))));
    } else {
      lines.add(new Line(name, said(value)));
    }
  }

  private static String joined(JsonNode row) {
    var parts = new ArrayList<String>();
    row.properties()
        .forEach(one -> parts.add(Input.words(one.getKey()) + ": " + said(one.getValue())));
    return String.join("; ", parts);
  }

  private static String said(JsonNode value) {
    if (value.isBoolean()) {
      return value.asBoolean() ? Filled.YES : Filled.NO;
    }
    return Typed.shown(value.asText());
  }

  private static String told(OpenRoad road, String name, JsonNode value) {
    if (name.equals("betrokkene")) {
      return Input.words(value.path("soort").asText()) + ": " + value.path("waarde").asText();
    }
    if (name.equals("handelend")) {
      return "Uw functie: "
          + value.path("functie").asText()
          + ", met een pseudoniem in plaats van"
          + " uw naam";
    }
    if (name.startsWith("noodzaak:")) {
      return "Waarom nodig, " + category(road, name) + ": " + value.asText();
    }
    if (name.startsWith("voorwaarde:")) {
      return Input.words(name.substring("voorwaarde:".length())) + ": " + joined(value);
    }
    return Input.words(name) + ": " + value.asText();
  }

  private static String category(OpenRoad road, String name) {
    var code = name.substring("noodzaak:".length());
    return DataCategory.of(code).map(known -> ComposeShown.label(road, known)).orElse(code);
  }

  /// What is known here and goes nowhere: what was stated to see what is missing, and what was left
  /// open.
  private static List<String> stays(OpenRoad road, Stated stated) {
    var stays = new ArrayList<String>();
    for (var category : ComposeForm.categories(road)) {
      if (!stated.categories().containsKey(category)) {
        stays.add(ComposeShown.label(road, category));
      }
    }
    return stays;
  }

  private static List<String> never(OpenRoad road) {
    return road.rule().categories().entrySet().stream()
        .filter(one -> one.getValue().presence() == Presence.VERBODEN)
        .map(Map.Entry::getKey)
        .sorted()
        .map(category -> ComposeShown.label(road, category))
        .toList();
  }
}
