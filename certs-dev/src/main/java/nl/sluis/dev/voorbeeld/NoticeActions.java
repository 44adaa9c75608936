package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import nl.sluis.dev.partner.SimulatedPerson;
import nl.sluis.dev.voorbeeld.PersonActions.Doing;
import nl.sluis.dev.voorbeeld.PersonActions.Who;

/// The steps of people who read what they were told, and say that it is not so.
final class NoticeActions {
  private static final String PATH = "/mijn/v1/kennisgevingen";
  private static final String NONE = "00000000-0000-4000-8000-000000000000";
  private static final JsonMapper JSON = new JsonMapper();

  static final ActionKind LOOK = ActionKind.ofBlock("kijk kennisgevingen", NoticeActions::look);
  static final ActionKind ANSWER =
      ActionKind.ofBlock("beantwoord kennisgeving", NoticeActions::answer);

  private NoticeActions() {}

  private static Action look(Fields fields, Names names) {
    var who = Who.read(fields, names);
    return new Doing(
        who,
        "%s leest zijn kennisgevingen".formatted(who),
        scene -> scene.person(who.child(), who.person()).get(PATH));
  }

  private static Action answer(Fields fields, Names names) {
    var who = Who.read(fields, names);
    var kind = fields.text("soort");
    var answer = fields.text("antwoord", "gezien");
    var other = fields.text("als", who.person());
    return new Doing(
        who,
        "%s antwoordt op `%s`: %s".formatted(who, kind, answer),
        scene -> {
          var notice = newest(scene.person(who.child(), who.person()), kind).orElse(NONE);
          return scene
              .person(who.child(), other)
              .post(
                  PATH + "/" + notice + "/antwoorden",
                  JsonNodeFactory.instance.objectNode().put("antwoord", answer).toString());
        });
  }

  /// The newest notice of this kind that this person may see.
  static Optional<String> newest(SimulatedPerson person, String kind) {
    try {
      for (var child : JSON.readTree(person.get(PATH).body()).path("kinderen")) {
        for (var notice : child.path("kennisgevingen")) {
          if (notice.path("soort").asText().equals(kind)) {
            return Optional.of(notice.path("id").asText());
          }
        }
      }
      return Optional.empty();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the gateway answers in JSON", e);
    }
  }
}
