package nl.sluis.gateway.partner;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.gateway.client.Answer;

/// Says in Dutch lines what Sluis answered, with its own words and what to do.
public final class Told {
  private Told() {}

  /// How a command ends by this answer.
  public static Ending ending(Answer answer) {
    return switch (answer.status()) {
      case 200, 201, 202, 204 -> Ending.GEDAAN;
      case 400, 403, 404, 409, 413, 415 -> Ending.NIET_DOORGELATEN;
      case 401 -> Ending.NIET_BEGREPEN;
      default -> Ending.NU_NIET;
    };
  }

  /// What went wrong, with everything that is wrong with the input.
  public static String problem(Answer answer) {
    var body = answer.body();
    var lines = new ArrayList<String>();
    lines.add(
        "Sluis zegt %d %s: %s %s"
            .formatted(
                answer.status(),
                body.path("code").asText("zonder code"),
                body.path("title").asText(""),
                body.path("detail").asText(""))
            .strip());
    for (var fault : body.path("fouten")) {
      lines.add(
          "- %s %s: %s. %s."
              .formatted(
                  fault.path("plaats").asText(fault.path("veld").asText()),
                  fault.path("code").asText(),
                  fault.path("uitleg").asText(),
                  fault.path("watNu").asText()));
    }
    return String.join("\n", lines);
  }

  /// What was decided of a message.
  public static List<String> decision(JsonNode body) {
    var lines = new ArrayList<String>();
    lines.add(
        "Uitkomst: "
            + body.path("uitkomst").asText()
            + (body.hasNonNull("regel") ? ", regel " + body.path("regel").asText() : ""));
    if (body.path("vrijgegeven").size() > 0) {
      lines.add("Gaat mee: " + words(body.path("vrijgegeven")));
    }
    for (var one : body.path("achtergehouden")) {
      lines.add("Gaat niet mee: " + one.path("categorie").asText() + reason(one, "reden"));
    }
    for (var one : body.path("redenen")) {
      var about = one.path("over").asText();
      lines.add("Reden" + (about.isEmpty() ? "" : " over " + about) + reason(one, "code"));
    }
    if (body.path("verplichtingen").size() > 0) {
      lines.add("U moet nog: " + words(body.path("verplichtingen")));
    }
    if (body.hasNonNull("uiterlijk")) {
      lines.add("Ophalen kan tot: " + body.path("uiterlijk").asText());
    }
    return lines;
  }

  private static String reason(JsonNode one, String code) {
    return " (%s). %s %s"
        .formatted(
            one.path(code).asText(), one.path("uitleg").asText(), one.path("watNu").asText());
  }

  private static String words(JsonNode list) {
    var words = new ArrayList<String>();
    list.forEach(word -> words.add(word.asText()));
    return String.join(", ", words);
  }
}
