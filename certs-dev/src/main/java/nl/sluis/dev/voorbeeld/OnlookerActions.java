package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import nl.sluis.dev.partner.SimulatedPerson;
import nl.sluis.dev.voorbeeld.PersonActions.Doing;
import nl.sluis.dev.voorbeeld.PersonActions.Who;

/// The steps by which a youth lets a parent look, and stops that.
final class OnlookerActions {
  private static final String PATH = "/mijn/v1/meekijkers";
  private static final JsonMapper JSON = new JsonMapper();

  static final ActionKind LOOK = ActionKind.ofBlock("kijk meekijkers", OnlookerActions::look);
  static final ActionKind LET = ActionKind.ofBlock("laat meekijken", OnlookerActions::let);

  private OnlookerActions() {}

  private static Action look(Fields fields, Names names) {
    var who = Who.read(fields, names);
    return new Doing(
        who,
        "%s kijkt wie er meekijkt".formatted(who),
        scene -> scene.person(who.child(), who.person()).get(PATH));
  }

  private static Action let(Fields fields, Names names) {
    var who = new Who(fields.text("als", "jongere"), names.child(fields.need("over")));
    var onlooker = fields.text("wie");
    boolean open = fields.yes("open", true);
    return new Doing(
        who,
        "%s laat %s %s".formatted(who, onlooker, open ? "meekijken" : "niet meer meekijken"),
        scene ->
            scene
                .person(who.child(), who.person())
                .post(
                    open ? PATH : PATH + "/intrekkingen",
                    JsonNodeFactory.instance
                        .objectNode()
                        .put("woord", word(scene.person(who.child(), onlooker)))
                        .toString()));
  }

  /// The word that this person finds and tells the youth.
  private static String word(SimulatedPerson person) {
    try {
      for (var child : JSON.readTree(person.get(PATH).body()).path("kinderen")) {
        for (var onlooker : child.path("meekijkers")) {
          return onlooker.path("woord").asText();
        }
      }
      return "0000-0000-0000";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the gateway answers in JSON", e);
    }
  }
}
