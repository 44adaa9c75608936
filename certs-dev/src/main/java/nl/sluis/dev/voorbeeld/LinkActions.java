package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// The steps about links: two references turn out to mean one child, and a link that was wrong is
/// undone.
final class LinkActions {
  static final ActionKind MERGE = ActionKind.ofBlock("voeg kinderen samen", LinkActions::merge);
  static final ActionKind JOIN = ActionKind.ofRequest("voeg verwijzing samen", LinkActions::join);
  static final ActionKind LIST = ActionKind.ofRequest("bekijk koppelingen", LinkActions::list);
  static final ActionKind PREVIEW =
      ActionKind.ofRequest("bekijk gevolgen van koppeling", LinkActions::preview);
  static final ActionKind UNDO = ActionKind.ofRequest("maak koppeling ongedaan", LinkActions::undo);

  private static final List<String> TWO = List.of("med-12", "med-34");

  private LinkActions() {}

  private static Action merge(Fields fields, Names names) {
    var person = fields.text("persoon");
    var child = names.child(fields.need("over"));
    return new Merging(person, child);
  }

  /// Somebody looks which children there are, and says that two of them are one.
  private record Merging(String person, String child) implements Action {
    @Override
    public String told() {
      return "%s van %s zegt dat twee kinderen één kind zijn".formatted(person, child);
    }

    @Override
    public Observed play(Scene scene) {
      var who = scene.person(child, person);
      var body = JsonNodeFactory.instance.objectNode().put("kind", "").put("zelfdeAls", "");
      Observed.answered(who.get("/mijn/v1/toestemmingen"))
          .json()
          .path("kinderen")
          .forEach(one -> body.put(field(one), one.path("kind").asText()));
      var seen = Observed.answered(who.post("/mijn/v1/samenvoegingen", body.toString()));
      if (seen.succeeded()) {
        scene.registered(
            scene.label(), new Scene.Registered(seen.text("id"), new PartyAs("", ""), child));
      }
      return seen;
    }

    /// The child about whom something was asked is the one that goes up in the other.
    private static String field(JsonNode child) {
      return child.path("toestemmingen").isEmpty() ? "zelfdeAls" : "kind";
    }
  }

  private static Action join(Fields fields, Names names) {
    var who = names.partyAs(fields.need("door"));
    var child = names.child(fields.need("over"));
    var other = names.party(fields.need("van"));
    var confirmed = fields.words("bevestigd door");
    return new FactActions.Registering(
        "/v1/koppelingen/samenvoegingen",
        who,
        child,
        fields.text("verwijzing", "eigen-kenmerk"),
        "%s zegt dat het kenmerk van %s ook %s is".formatted(who, other, child),
        (scene, body) -> {
          body.putObject("zelfdeAls")
              .put("oin", scene.partner(other).oin().value())
              .set("betrokkene", scene.reference(child, other, "eigen-kenmerk"));
          confirmed(body, confirmed);
        },
        fields.json("ruw"),
        (scene, seen) ->
            scene.registered(scene.label(), new Scene.Registered(seen.text("id"), who, child)));
  }

  private static Action list(Fields fields, Names names) {
    var who = names.partyAs(fields.need("door"));
    var child = names.child(fields.need("over"));
    return new FactActions.Registering(
        "/v1/koppelingen/raadplegingen",
        who,
        child,
        fields.text("verwijzing", "eigen-kenmerk"),
        "%s kijkt welke koppelingen er zijn bij %s".formatted(who, child),
        (_, _) -> {},
        fields.json("ruw"));
  }

  private static Action preview(Fields fields, Names names) {
    return new ConsentActions.Following(
        "/v1/koppelingen/{id}/gevolgen",
        earlier(fields, names),
        List.of(names.partyAs(fields.need("door"))),
        "kijkt wat er volgt als die koppeling ongedaan wordt gemaakt",
        (_, _) -> {},
        fields.json("ruw"));
  }

  private static Action undo(Fields fields, Names names) {
    var confirmed = fields.words("bevestigd door");
    return new ConsentActions.Following(
        "/v1/koppelingen/{id}/ongedaanmakingen",
        earlier(fields, names),
        List.of(names.partyAs(fields.need("door"))),
        "maakt die koppeling ongedaan",
        (_, body) -> confirmed(body, confirmed),
        fields.json("ruw"));
  }

  private static String earlier(Fields fields, Names names) {
    return names.step(
        fields.need("koppeling"), PersonActions.LETTER.name(), MERGE.name(), JOIN.name());
  }

  private static void confirmed(ObjectNode body, List<String> confirmed) {
    var persons = body.putArray("bevestigdDoor");
    for (var id : confirmed.isEmpty() ? TWO : confirmed) {
      persons.addObject().put("id", id).put("functie", "medewerker toegang");
    }
  }
}
