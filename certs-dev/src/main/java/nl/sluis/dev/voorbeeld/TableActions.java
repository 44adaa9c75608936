package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/// The steps around a table: opening it, seating people, freezing the list, looking and closing.
final class TableActions {
  static final ActionKind OPEN = ActionKind.ofRequest("open overleg", TableActions::open);
  static final ActionKind MEMBER = ActionKind.ofRequest("voeg lid toe", TableActions::member);
  static final ActionKind SUBJECT = ActionKind.ofRequest("voeg kind toe", TableActions::subject);
  static final ActionKind FREEZE =
      ActionKind.ofRequest("bevries overleg", (f, n) -> step(f, n, "bevriezingen", "bevriest"));
  static final ActionKind CLOSE =
      ActionKind.ofRequest("sluit overleg", (f, n) -> step(f, n, "sluitingen", "sluit"));
  static final ActionKind LOOK = ActionKind.ofRequest("bekijk overleg", TableActions::look);

  private TableActions() {}

  /// Somebody at a table.
  ///
  /// @param seat the organisation with the role
  private record Seated(
      PartyAs seat, String person, String function, boolean owner, String reason) {
    static Seated read(Fields fields, Names names) {
      var seated =
          new Seated(
              names.partyAs(fields.need("wie")),
              fields.text("persoon"),
              fields.text("functie"),
              fields.yes("casushouder", false),
              fields.text("reden", ""));
      fields.done();
      return seated;
    }

    ObjectNode json(Scene scene) {
      var json = scene.as(seat).put("persoon", person).put("functie", function);
      json.put("casushouder", owner);
      return reason.isEmpty() ? json : json.put("reden", reason);
    }
  }

  private static Action open(Fields fields, Names names) {
    var who = names.partyAs(fields.need("door"));
    var child = names.child(fields.need("over"));
    var kind = fields.text("soort");
    var purpose = names.purpose(fields.need("doel"));
    var agenda = fields.text("agendavraag");
    var how = fields.text("gezin", "uitgenodigd");
    var on = fields.text("op", "gisteren");
    fields.readMaybe("op", w -> DutchTime.date(w, Instant.EPOCH));
    var members = fields.blocks("leden").stream().map(m -> Seated.read(m, names)).toList();
    return new FactActions.Registering(
        "/v1/overleggen",
        who,
        child,
        fields.text("verwijzing", "eigen-kenmerk"),
        "%s opent een %s over %s".formatted(who, kind, child),
        (scene, body) -> {
          body.put("soort", kind).put("doel", purpose).put("agendavraag", agenda);
          body.putObject("gezin")
              .put("hoe", how)
              .put("datum", DutchTime.date(on, scene.now()).toString());
          seat(body, members, scene);
        },
        fields.json("ruw"));
  }

  private static void seat(ObjectNode body, List<Seated> members, Scene scene) {
    var list = body.putArray("leden");
    members.forEach(m -> list.add(m.json(scene)));
  }

  private static Action member(Fields fields, Names names) {
    var overleg = names.step(fields.need("overleg"), OPEN.name());
    var who = names.partyAs(fields.need("door"));
    var seated =
        new Seated(
            names.partyAs(fields.need("wie")),
            fields.text("persoon"),
            fields.text("functie"),
            false,
            fields.text("reden", ""));
    return new Posting(
        overleg,
        "leden",
        who,
        "%s zet %s op de lijst".formatted(who, seated.seat()),
        (scene, body) -> body.set("lid", seated.json(scene)));
  }

  private static Action subject(Fields fields, Names names) {
    var overleg = names.step(fields.need("overleg"), OPEN.name());
    var who = names.partyAs(fields.need("door"));
    var child = names.child(fields.need("over"));
    return new Posting(
        overleg,
        "betrokkenen",
        who,
        "%s bespreekt ook %s".formatted(who, child),
        (scene, body) ->
            body.set("betrokkene", scene.reference(child, who.party(), "eigen-kenmerk")));
  }

  private static Action step(Fields fields, Names names, String path, String verb) {
    var overleg = names.step(fields.need("overleg"), OPEN.name());
    var who = names.partyAs(fields.need("door"));
    return new Posting(overleg, path, who, "%s %s het overleg".formatted(who, verb), (_, _) -> {});
  }

  private static Action look(Fields fields, Names names) {
    return new Looking(
        names.step(fields.need("overleg"), OPEN.name()), names.partyAs(fields.need("door")));
  }

  /// One request about a table that was opened before.
  private record Posting(
      String overleg, String path, PartyAs who, String told, FactActions.Writer writer)
      implements Action {
    @Override
    public Observed play(Scene scene) {
      var body = JsonNodeFactory.instance.objectNode();
      body.set("namens", scene.as(who));
      writer.write(scene, body);
      var id = scene.seen(overleg).text("id");
      return scene.post(who.party(), "/v1/overleggen/" + id + "/" + path, body);
    }
  }

  private record Looking(String overleg, PartyAs who) implements Action {
    @Override
    public String told() {
      return "%s bekijkt het overleg".formatted(who);
    }

    @Override
    public Observed play(Scene scene) {
      var path = "/v1/overleggen/" + scene.seen(overleg).text("id") + "?rol=" + who.role();
      return scene.get(who.party(), path);
    }
  }
}
