package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import nl.sluis.dev.voorbeeld.PersonActions.Doing;
import nl.sluis.dev.voorbeeld.PersonActions.Who;
import nl.sluis.dev.voorbeeld.Scene.Registered;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// The steps of a text that a family reads before it goes: laying it ready, seeing how far it is,
/// reading, answering, and writing down what was read on paper.
final class PieceActions {
  private static final String PATH = "/v1/leesstukken";
  private static final String OWN = "/mijn/v1/leesstukken";

  static final ActionKind LAY = ActionKind.ofRequest("leg leesstuk klaar", PieceActions::lay);
  static final ActionKind STAND = ActionKind.ofRequest("kijk leesstuk", PieceActions::stand);
  static final ActionKind PAPER = ActionKind.ofRequest("leg lezen vast", PieceActions::paper);
  static final ActionKind LOOK = ActionKind.ofBlock("kijk leesstukken", PieceActions::look);
  static final ActionKind READ = ActionKind.ofBlock("lees leesstuk", PieceActions::read);
  static final ActionKind ANSWER = ActionKind.ofBlock("antwoord op leesstuk", PieceActions::answer);

  private PieceActions() {}

  private static Action lay(Fields fields, Names names) {
    var from = names.partyAs(fields.need("van"));
    var to = names.partyAs(fields.need("aan"));
    var purpose = names.purpose(fields.need("doel"));
    var child = names.child(fields.need("over"));
    var categories = SendReader.categories(fields.need("categorieen"), names);
    return new FactActions.Registering(
        PATH,
        from,
        child,
        fields.text("verwijzing", "eigen-kenmerk"),
        "%s legt een tekst over %s klaar om te lezen".formatted(from, child),
        (scene, body) -> {
          body.put("doel", purpose).set("aan", scene.as(to));
          put(body.putObject("categorieen"), scene, from, to, purpose, child, categories);
        },
        fields.json("ruw"),
        (scene, seen) ->
            scene.registered(scene.label(), new Registered(seen.text("id"), from, child)));
  }

  private static void put(
      ObjectNode body,
      Scene scene,
      PartyAs from,
      PartyAs to,
      String purpose,
      String child,
      Map<DataCategory, JsonNode> categories) {
    var rule = scene.convenant().rule(new Purpose(purpose), party(from, scene), party(to, scene));
    var standard =
        new StandardContent(scene.convenant(), DutchTime.local(scene.now()).toLocalDate(), child);
    categories.forEach(
        (category, content) ->
            body.set(
                category.name(), content.isMissingNode() ? standard.of(rule, category) : content));
  }

  private static PartyRole party(PartyAs who, Scene scene) {
    return new PartyRole(scene.partner(who.party()).oin(), Role.of(who.role()).orElseThrow());
  }

  private static Action stand(Fields fields, Names names) {
    var who = names.partyAs(fields.need("door"));
    var piece = names.step(fields.need("leesstuk"), LAY.name());
    return new Standing(who, piece);
  }

  private record Standing(PartyAs who, String piece) implements Action {
    @Override
    public String told() {
      return "%s kijkt hoe het staat met `%s`".formatted(who, piece);
    }

    @Override
    public Observed play(Scene scene) {
      return scene.get(who.party(), PATH + "/" + scene.registered(piece).id());
    }
  }

  private static Action paper(Fields fields, Names names) {
    var piece = names.step(fields.need("leesstuk"), LAY.name());
    var person = fields.text("persoon");
    var word = fields.text("woord", "akkoord");
    var remark = fields.text("opmerking", "");
    return new ConsentActions.Following(
        PATH + "/{id}/papier",
        piece,
        List.of(),
        "een formulier bij `%s`: %s, %s".formatted(piece, person, word),
        (scene, body) -> {
          body.put("persoon", person).put("woord", word);
          body.put("tijdstip", DutchTime.iso(scene.now()));
          if (!remark.isEmpty()) {
            body.put("opmerking", remark);
          }
          ConsentActions.Statements.proof(body.putObject("bewijs"), "papier", person);
        },
        fields.json("ruw"));
  }

  private static Action look(Fields fields, Names names) {
    return Doing.look(fields, names, "kijkt welke teksten er liggen", OWN);
  }

  private static Action read(Fields fields, Names names) {
    var who = Who.read(fields, names);
    var piece = names.step(fields.need("leesstuk"), LAY.name());
    return new Doing(
        who,
        "%s leest `%s`".formatted(who, piece),
        scene ->
            scene
                .person(who.child(), who.person())
                .post("%s/%s/lezingen".formatted(OWN, scene.registered(piece).id()), "{}"));
  }

  private static Action answer(Fields fields, Names names) {
    var who = Who.read(fields, names);
    var piece = names.step(fields.need("leesstuk"), LAY.name());
    var word = fields.text("woord", "");
    var remark = fields.text("opmerking", "");
    return new Doing(
        who,
        "%s zegt van `%s`: %s".formatted(who, piece, word.isEmpty() ? "een opmerking" : word),
        scene -> {
          var body = JsonNodeFactory.instance.objectNode();
          if (!word.isEmpty()) {
            body.put("woord", word);
          }
          if (!remark.isEmpty()) {
            body.put("opmerking", remark);
          }
          return scene
              .person(who.child(), who.person())
              .post(
                  "%s/%s/antwoorden".formatted(OWN, scene.registered(piece).id()), body.toString());
        });
  }
}
