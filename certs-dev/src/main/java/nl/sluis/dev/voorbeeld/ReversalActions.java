package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.sluis.gateway.terugroeping.ReversalKind;

/// The steps in which a sender calls back or replaces what it sent, its receiver says what it did
/// with that, and a receiver gives back what is not for it.
final class ReversalActions {
  static final ActionKind CALL_BACK =
      ActionKind.ofRequest(
          "roep terug", (fields, names) -> ofSender(ReversalKind.TERUGROEPING, fields, names));
  static final ActionKind REPLACE =
      ActionKind.ofRequest(
          "vervang", (fields, names) -> ofSender(ReversalKind.RECTIFICATIE, fields, names));
  static final ActionKind RETURN = ActionKind.ofRequest("geef terug", ReversalActions::ofReceiver);
  static final ActionKind ANSWER =
      ActionKind.ofRequest("bevestig terugroeping", ReversalActions::answer);

  private ReversalActions() {}

  private static Action ofSender(ReversalKind kind, Fields fields, Names names) {
    var party = names.party(fields.need("door"));
    var step = names.step(fields.need("bericht"), "stuur", "herhaal");
    var by =
        kind == ReversalKind.RECTIFICATIE
            ? names.step(fields.need("vervangen door"), "stuur", "herhaal")
            : "";
    var reason = fields.text("reden");
    var raw = fields.json("ruw");
    var same = same(kind, fields, names);
    var verb = by.isEmpty() ? "roept `%s` terug" : "vervangt `%s` door `" + by + "`";
    return new Told(
        "%s %s (%s)".formatted(party, verb.formatted(step), reason),
        scene -> {
          var transaction = scene.seen(step).text("transactie");
          var said = statement(scene, party, reason).put("transactie", transaction);
          if (!by.isEmpty()) {
            said.put("vervangenDoor", scene.seen(by).text("transactie"));
          }
          var path = kind == ReversalKind.RECTIFICATIE ? "/rectificaties" : "/terugroepingen";
          var whole = "/v1/berichten/" + transaction + path;
          return bring(scene, party, whole, same.orElseGet(scene, party, kind, said, raw));
        });
  }

  private static Action ofReceiver(Fields fields, Names names) {
    var parcel = PostbusActions.parcel(fields, names);
    var reason = fields.text("reden");
    var raw = fields.json("ruw");
    var kind = ReversalKind.RETOUR;
    var same = same(kind, fields, names);
    return new Told(
        "%s geeft `%s` terug (%s)".formatted(parcel.who(), parcel.step(), reason),
        scene -> {
          var id = parcel.id(scene);
          var said = statement(scene, parcel.who().party(), reason).put("pakket", id);
          said.put("nietsBewaard", true);
          var path = "/v1/postbus/" + id + "/retouren";
          var party = parcel.who().party();
          return bring(scene, party, path, same.orElseGet(scene, party, kind, said, raw));
        });
  }

  private static ObjectNode statement(Scene scene, String party, String reason) {
    var signer = scene.caller(party);
    return JsonNodeFactory.instance
        .objectNode()
        .put("iss", signer.oin().value())
        .put("jti", signer.fresh())
        .put("op", scene.now().toString())
        .put("reden", reason)
        .put("functie", "intern begeleider");
  }

  /// Another step, of which the same statement is brought again, byte for byte; empty for a new
  /// one.
  private record Same(String step) {
    /// Whoever brings it signs it: the party, or the supplier that acts for it.
    String orElseGet(
        Scene scene, String party, ReversalKind kind, ObjectNode said, ObjectNode raw) {
      if (!step.isEmpty()) {
        return scene.registered(step).id();
      }
      said.setAll(raw);
      return scene.caller(party).signed(kind.type(), said.toString());
    }
  }

  private static Same same(ReversalKind kind, Fields fields, Names names) {
    var name = kind == ReversalKind.RETOUR ? "geef terug" : "roep terug";
    return new Same(fields.tree("zelfde als").map(tree -> names.step(tree, name)).orElse(""));
  }

  private static Observed bring(Scene scene, String party, String path, String jws) {
    scene.registered(scene.label(), new Scene.Registered(jws, new PartyAs(party, ""), ""));
    var seen = Observed.answered(scene.caller(party).post(path, "application/jwt", jws));
    return seen.with(PostbusActions.title(seen));
  }

  private static Action answer(Fields fields, Names names) {
    var who = names.partyAs(fields.need("door"));
    var step = names.step(fields.need("bericht"), "stuur", "herhaal");
    var done = fields.text("gedaan");
    var law = fields.text("wet", "");
    var article = fields.text("artikel", "");
    return new Told(
        "%s zegt wat er met `%s` is gedaan: %s".formatted(who, step, done),
        scene -> {
          var body = JsonNodeFactory.instance.objectNode();
          body.set("namens", scene.as(who));
          body.put("gedaan", done).put("functie", "intern begeleider");
          if (!law.isEmpty() || !article.isEmpty()) {
            body.putObject("grond").put("wet", law).put("artikel", article);
          }
          var transaction = scene.seen(step).text("transactie");
          return scene.post(
              who.party(), "/v1/rechtzettingen/" + transaction + "/bevestigingen", body);
        });
  }

  /// A request with an answer.
  @FunctionalInterface
  private interface Request {
    Observed of(Scene scene);
  }

  private record Told(String told, Request request) implements Action {
    @Override
    public Observed play(Scene scene) {
      return request.of(scene);
    }
  }
}
