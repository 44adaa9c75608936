package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.sluis.dev.voorbeeld.PersonActions.Doing;
import nl.sluis.dev.voorbeeld.PersonActions.Who;
import nl.sluis.dev.voorbeeld.Scene.Registered;
import nl.sluis.policies.terms.DataCategory;

/// The steps of one conversation in which several consents are asked, and of the answers to it.
final class RequestActions {
  private static final String PATH = "/v1/toestemmingsverzoeken";
  private static final String OWN = "/mijn/v1/verzoeken";
  private static final JsonMapper JSON = new JsonMapper();

  static final ActionKind ASK = ActionKind.ofRequest("stuur verzoek", RequestActions::ask);
  static final ActionKind SHEET = ActionKind.ofRequest("beantwoord verzoek", RequestActions::sheet);
  static final ActionKind LOOK = ActionKind.ofBlock("kijk verzoeken", RequestActions::look);
  static final ActionKind ANSWER = ActionKind.ofBlock("antwoord zelf", RequestActions::answer);

  private RequestActions() {}

  private static Action ask(Fields fields, Names names) {
    var from = names.partyAs(fields.need("van"));
    var to = Fields.itemsOf(fields.need("ontvangers")).stream().map(names::partyAs).toList();
    var purpose = names.purpose(fields.need("doel"));
    var child = names.child(fields.need("over"));
    var categories = names.categories(fields.need("categorieen"));
    var until = fields.text("tot", "over 6 maanden");
    var reason = fields.text("reden", "");
    var news = fields.text("nieuwe feiten", "");
    return new FactActions.Registering(
        PATH,
        from,
        child,
        fields.text("verwijzing", "eigen-kenmerk"),
        "%s vraagt toestemming voor %d ontvangers over %s".formatted(from, to.size(), child),
        (scene, body) -> {
          body.put("doel", purpose).put("vraag", "Wat heeft dit kind nodig om mee te komen?");
          body.put("nieuweFeiten", news).put("juridischeFunctie", "doorbreking-geheimhouding");
          body.put("geldigTot", DutchTime.date(until, scene.now()).toString());
          body.putObject("tekst")
              .put("versie", "nl-b1-1")
              .put("hash", ConsentActions.sha256("verzoek"))
              .put("taal", "nl");
          var lines = body.putArray("ontvangers");
          to.forEach(one -> line(lines.addObject(), scene, one, categories, reason));
        },
        fields.json("ruw"),
        (scene, seen) ->
            scene.registered(scene.label(), new Registered(seen.text("id"), from, child)));
  }

  private static void line(
      ObjectNode line, Scene scene, PartyAs to, List<DataCategory> categories, String reason) {
    line.set("aan", scene.as(to));
    var codes = line.putArray("categorieen");
    categories.forEach(category -> codes.add(category.name()));
    if (!reason.isEmpty()) {
      line.put("reden", reason);
    }
  }

  private static Action sheet(Fields fields, Names names) {
    var request = names.step(fields.need("verzoek"), ASK.name());
    var people = fields.words("personen");
    var lines = fields.words("regels").stream().map(Integer::valueOf).toList();
    var word = fields.text("antwoord", "ja");
    var channel = fields.text("kanaal", "papier");
    var code = fields.text("aanwezig met", "");
    return new ConsentActions.Following(
        PATH + "/{id}/antwoorden",
        request,
        List.of(),
        "een formulier bij `%s`: %s zegt %s".formatted(request, String.join(" en ", people), word),
        (scene, body) -> {
          body.put("kanaal", channel).put("tijdstip", DutchTime.iso(scene.now()));
          body.put("gevolgenVanNeeUitgelegd", true).put("intrekkenUitgelegd", true);
          var proof = body.putObject("bewijs");
          ConsentActions.Statements.proof(proof, channel, "gezin");
          var child = scene.registered(request).child();
          PresenceActions.put(proof, code, scene, child, people.getFirst());
          var answers = body.putArray("antwoorden");
          for (var person : people) {
            lines.forEach(
                line ->
                    answers
                        .addObject()
                        .put("persoon", person)
                        .put("regel", line)
                        .put("antwoord", word));
          }
        },
        fields.json("ruw"));
  }

  private static Action look(Fields fields, Names names) {
    return Doing.look(fields, names, "kijkt welke vragen er liggen", OWN);
  }

  private static Action answer(Fields fields, Names names) {
    var who = Who.read(fields, names);
    var request = names.step(fields.need("verzoek"), ASK.name());
    var word = fields.text("antwoord", "ja");
    return new Doing(
        who,
        "%s antwoordt zelf op `%s`: %s".formatted(who, request, word),
        scene -> {
          var id = scene.registered(request).id();
          var person = scene.person(who.child(), who.person());
          var body = JsonNodeFactory.instance.objectNode();
          body.put("gevolgenVanNeeGelezen", true).put("intrekkenGelezen", true);
          put(body.putArray("antwoorden"), person.get(OWN).body(), id, word);
          return person.post(OWN + "/" + id + "/antwoorden", body.toString());
        });
  }

  /// An answer to every line of this request that the person sees.
  private static void put(ArrayNode answers, String seen, String request, String word) {
    try {
      for (var child : JSON.readTree(seen).path("kinderen")) {
        for (var put : child.path("verzoeken")) {
          if (put.path("id").asText().equals(request)) {
            put.path("regels")
                .forEach(
                    line ->
                        answers
                            .addObject()
                            .put("toestemming", line.path("id").asText())
                            .put("antwoord", word));
          }
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the gateway answers in JSON", e);
    }
  }
}
