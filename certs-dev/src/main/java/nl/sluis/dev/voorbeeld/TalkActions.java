package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/// The steps in which a family sees which talks are claimed and what was reported, and says that a
/// talk was not there.
final class TalkActions {
  static final ActionKind LOOK =
      ActionKind.ofBlock(
          "kijk gesprekken",
          (fields, names) -> look(fields, names, "gesprekken", "welke gesprekken er waren"));
  static final ActionKind REPORTS =
      ActionKind.ofBlock(
          "kijk meldingen",
          (fields, names) -> look(fields, names, "meldingen", "wat er om veiligheid gemeld is"));
  static final ActionKind DENY =
      ActionKind.ofBlock(
          "zeg dat gesprek er niet was", (fields, names) -> say(fields, names, "was-er-niet"));
  static final ActionKind AFFIRM =
      ActionKind.ofBlock(
          "zeg dat gesprek er wel was", (fields, names) -> say(fields, names, "was-er"));

  private TalkActions() {}

  private static Action look(Fields fields, Names names, String list, String what) {
    var person = fields.text("persoon");
    var child = names.child(fields.need("over"));
    return new Looking(person, child, list, what);
  }

  private static Action say(Fields fields, Names names, String word) {
    var person = fields.text("persoon");
    var child = names.child(fields.need("over"));
    return new Saying(person, child, names.step(fields.need("gezien"), LOOK.name()), word);
  }

  private record Looking(String person, String child, String list, String what) implements Action {
    @Override
    public String told() {
      return "%s kijkt %s over %s".formatted(person, what, child);
    }

    @Override
    public Observed play(Scene scene) {
      return Observed.answered(scene.person(child, person).get("/mijn/v1/" + list));
    }
  }

  private record Saying(String person, String child, String seen, String word) implements Action {
    @Override
    public String told() {
      return "%s zegt van het gesprek over %s: %s".formatted(person, child, word);
    }

    @Override
    public Observed play(Scene scene) {
      return Observed.answered(
          scene
              .person(child, person)
              .post(
                  "/mijn/v1/gesprekken/%s/oordelen".formatted(newest(scene.seen(seen).json())),
                  JsonNodeFactory.instance.objectNode().put("uitspraak", word).toString()));
    }

    private static String newest(JsonNode list) {
      for (var child : list.path("kinderen")) {
        for (var talk : child.path("gesprekken")) {
          return talk.path("id").asText();
        }
      }
      return "11111111-2222-4333-8444-555555555555";
    }
  }
}
