package nl.sluis.dev.voorbeeld;

import java.time.Instant;
import nl.sluis.dev.voorbeeld.ConsentActions.Following;
import nl.sluis.dev.voorbeeld.FactActions.Registering;
import nl.sluis.dev.voorbeeld.Scene.Registered;

/// The steps in which a receiver or a line is hidden from somebody, and shown again.
final class HidingActions {
  static final ActionKind SHIELD = ActionKind.ofRequest("scherm af", HidingActions::shield);
  static final ActionKind UNSHIELD =
      ActionKind.ofRequest("hef afscherming op", HidingActions::unshield);
  static final ActionKind HIDE = ActionKind.ofRequest("stel embargo in", HidingActions::hide);
  static final ActionKind SHOW = ActionKind.ofRequest("hef embargo op", HidingActions::show);

  static final ActionKind AT_DESK =
      ActionKind.ofRequest("help alleen aan loket", HidingActions::atDesk);
  static final ActionKind NOT_AT_DESK =
      ActionKind.ofRequest("hef alleen loket op", HidingActions::notAtDesk);

  static final ActionKind REACH = ActionKind.ofRequest("leg bereik vast", HidingActions::reach);

  private HidingActions() {}

  private static Action reach(Fields fields, Names names) {
    var who = names.partyAs(fields.need("door"));
    var child = names.child(fields.need("over"));
    var person = fields.text("persoon");
    var step = fields.text("wat", "gekozen");
    var channel = fields.text("kanaal");
    var address = fields.text("adres", "");
    return new Registering(
        "/v1/bereik",
        who,
        child,
        fields.text("verwijzing", "eigen-kenmerk"),
        "%s van %s: %s %s".formatted(person, child, step, channel),
        (_, body) -> {
          body.put("persoon", person).put("stap", step).put("kanaal", channel);
          if (!address.isEmpty()) {
            body.put("adres", address);
          }
        },
        fields.json("ruw"));
  }

  private static Action atDesk(Fields fields, Names names) {
    var who = names.partyAs(fields.need("door"));
    var child = names.child(fields.need("over"));
    var person = fields.text("persoon");
    var source = fields.text("bron", "professional");
    var review = StopActions.review(fields);
    var employee = fields.text("medewerker", "med-77");
    var second = fields.text("bevestigd door", "med-88");
    return new Registering(
        "/v1/alleen-loket",
        who,
        child,
        fields.text("verwijzing", "eigen-kenmerk"),
        "%s helpt %s van %s alleen aan het loket".formatted(who, person, child),
        (scene, body) -> {
          body.put("persoon", person).put("bron", source);
          body.put("herziening", DutchTime.date(review, scene.now()).toString());
          StopActions.signed(body, employee, "reden", "er kijkt iemand mee");
          body.putObject("bevestigdDoor").put("id", second).put("functie", "aandachtsfunctionaris");
        },
        fields.json("ruw"),
        (scene, seen) ->
            scene.registered(scene.label(), new Registered(seen.text("id"), who, child)));
  }

  private static Action notAtDesk(Fields fields, Names names) {
    var step = names.step(fields.need("alleen loket"), AT_DESK.name());
    var employee = fields.text("medewerker", "med-77");
    var second = fields.text("bevestigd door", "med-88");
    return new Following(
        "/v1/alleen-loket/{id}/opheffingen",
        step,
        StopActions.by(fields, names),
        "`%s` wordt opgeheven".formatted(step),
        (_, body) -> {
          StopActions.signed(body, employee, "reden", "het gevaar is voorbij");
          body.putObject("bevestigdDoor").put("id", second).put("functie", "aandachtsfunctionaris");
        },
        fields.json("ruw"));
  }

  private static Action shield(Fields fields, Names names) {
    var who = names.partyAs(fields.need("door"));
    var child = names.child(fields.need("over"));
    var person = fields.text("persoon");
    var receiver = names.party(fields.need("voor"));
    var source = fields.text("bron", "professional");
    var review = StopActions.review(fields);
    var employee = fields.text("medewerker", "med-77");
    return new Registering(
        "/v1/afschermingen",
        who,
        child,
        fields.text("verwijzing", "eigen-kenmerk"),
        "%s van %s mag niet van %s weten".formatted(person, child, receiver),
        (scene, body) -> {
          body.put("persoon", person).put("bron", source);
          body.putObject("voor").put("oin", scene.partner(receiver).oin().value());
          body.put("herziening", DutchTime.date(review, scene.now()).toString());
          StopActions.signed(body, employee, "reden", "zij woont op een geheim adres");
        },
        fields.json("ruw"),
        (scene, seen) ->
            scene.registered(scene.label(), new Registered(seen.text("id"), who, child)));
  }

  private static Action unshield(Fields fields, Names names) {
    return lifted(fields, names, "afscherming", SHIELD, "/v1/afschermingen/{id}/opheffingen");
  }

  private static Action show(Fields fields, Names names) {
    return lifted(fields, names, "embargo", HIDE, "/v1/embargos/{id}/opheffingen");
  }

  private static Action lifted(
      Fields fields, Names names, String key, ActionKind kind, String path) {
    var step = names.step(fields.need(key), kind.name());
    var employee = fields.text("medewerker", "med-77");
    return new Following(
        path,
        step,
        StopActions.by(fields, names),
        "`%s` wordt opgeheven".formatted(step),
        (_, body) -> StopActions.signed(body, employee, "reden", "het gevaar is voorbij"),
        fields.json("ruw"));
  }

  private static Action hide(Fields fields, Names names) {
    var who = names.partyAs(fields.need("door"));
    var child = names.child(fields.need("over"));
    var line =
        names.step(
            fields.need("wat"),
            ConsentActions.CONSENT.name(),
            PieceActions.LAY.name(),
            SendReader.KIND.name());
    var from = fields.words("verborgen voor");
    var reason = fields.text("reden", "veiligheid-kind");
    fields.readMaybe("herziening", w -> DutchTime.date(w, Instant.EPOCH));
    var review = fields.text("herziening", "over 14 dagen");
    var employee = fields.text("medewerker", "med-77");
    var second = fields.text("bevestigd door", "med-88");
    return new Registering(
        "/v1/embargos",
        who,
        child,
        fields.text("verwijzing", "eigen-kenmerk"),
        "%s verbergt `%s` voor %s".formatted(who, line, String.join(" en ", from)),
        (scene, body) -> {
          body.put("wat", about(scene, line)).put("reden", reason);
          var persons = body.putArray("verborgenVoor");
          from.forEach(persons::add);
          body.put("herbeoordelingUiterlijk", DutchTime.date(review, scene.now()).toString());
          body.put("motivering", "hij zoekt waar het kind is");
          body.putObject("ingesteldDoor").put("id", employee).put("functie", "intern begeleider");
          body.putObject("bevestigdDoor").put("id", second).put("functie", "aandachtsfunctionaris");
        },
        fields.json("ruw"),
        (scene, seen) ->
            scene.registered(scene.label(), new Registered(seen.text("id"), who, child)));
  }

  /// A question by its own name, an exchange by its transaction.
  private static String about(Scene scene, String line) {
    var transaction = scene.seen(line).text("transactie");
    return transaction.isEmpty() ? scene.registered(line).id() : transaction;
  }
}
