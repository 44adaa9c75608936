package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.SimulatedBrowser;
import nl.sluis.dev.partner.SimulatedPerson;
import nl.sluis.dev.voorbeeld.PersonActions.Doing;
import nl.sluis.dev.voorbeeld.PersonActions.Who;
import nl.sluis.dev.voorbeeld.Scene.Registered;

/// The steps by which somebody lets another help, that other begins and reads, and either ends it.
final class HelperActions {
  static final ActionKind OFFER = ActionKind.ofBlock("laat helpen", HelperActions::offer);
  static final ActionKind TAKE = ActionKind.ofBlock("begin te helpen", HelperActions::take);
  static final ActionKind STOP = ActionKind.ofBlock("stop hulp", HelperActions::stop);
  static final ActionKind LOOK = ActionKind.ofBlock("kijk helpers", HelperActions::look);
  static final ActionKind HELPED = ActionKind.ofBlock("kijk wie ik help", HelperActions::helped);
  static final ActionKind READ = ActionKind.ofBlock("lees als helper", HelperActions::read);

  private static final String GIVEN = "/mijn/v1/machtigingen";
  private static final String HELPED_AT = "/mijn/v1/helpen";
  private static final List<String> PARTS = List.of("regels", "vragen");
  private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]+)\"");
  private static final JsonMapper JSON = new JsonMapper();

  private HelperActions() {}

  private static Action offer(Fields fields, Names names) {
    var who = Who.read(fields, names);
    var body = JsonNodeFactory.instance.objectNode();
    body.put("wie", fields.text("wie", "familie"));
    var parts = fields.words("wat");
    var wanted = body.putArray("wat");
    (parts.isEmpty() ? PARTS : parts).forEach(wanted::add);
    var days = fields.text("dagen", "");
    if (!days.isEmpty()) {
      body.put("dagen", Integer.parseInt(days));
    }
    return new Doing(
        who,
        "%s laat iemand helpen (%s)".formatted(who, body.path("wie").asText()),
        scene -> {
          var person = person(scene, who);
          var answer = person.post(GIVEN, body.put("kind", child(person)).toString());
          var json = json(answer);
          if (answer.status() == 201) {
            scene.letter(json.path("code").asText());
            scene.registered(
                scene.label(),
                new Registered(json.path("id").asText(), new PartyAs("", ""), who.child()));
          }
          return answer;
        });
  }

  /// The word of the child at which this person may let somebody help.
  private static String child(SimulatedPerson person) {
    for (var child : json(person.get(GIVEN)).path("kinderen")) {
      return child.path("kind").asText();
    }
    return "0".repeat(32);
  }

  private static Action take(Fields fields, Names names) {
    var who = Who.read(fields, names);
    var offered = names.step(fields.need("hulp"), OFFER.name());
    return new Doing(
        who,
        "%s begint te helpen met de code van `%s`".formatted(who, offered),
        scene ->
            person(scene, who)
                .post(
                    "/mijn/v1/koppelingen",
                    JsonNodeFactory.instance
                        .objectNode()
                        .put("code", scene.letterOf(offered))
                        .toString()));
  }

  private static Action stop(Fields fields, Names names) {
    var who = Who.read(fields, names);
    var offered = names.step(fields.need("hulp"), OFFER.name());
    boolean helper = fields.yes("als helper", false);
    return new Doing(
        who,
        "%s stopt de hulp van `%s`".formatted(who, offered),
        scene ->
            person(scene, who)
                .post(
                    helper
                        ? "%s/%s/beeindigingen".formatted(HELPED_AT, scene.registered(offered).id())
                        : "%s/%s/intrekkingen".formatted(GIVEN, scene.registered(offered).id()),
                    "{}"));
  }

  private static Action look(Fields fields, Names names) {
    return Doing.look(fields, names, "kijkt wie er helpt", GIVEN);
  }

  private static Action helped(Fields fields, Names names) {
    return Doing.look(fields, names, "kijkt wie hij helpt", HELPED_AT);
  }

  private static Action read(Fields fields, Names names) {
    var who = Who.read(fields, names);
    var offered = names.step(fields.need("hulp"), OFFER.name());
    var part = fields.text("wat", "regels");
    boolean first = fields.yes("open", false);
    return new Doing(
        who,
        "%s leest als helper: %s".formatted(who, part),
        scene -> {
          try (var browser = SimulatedBrowser.at(scene.gateway())) {
            browser.logIn(scene.number(who.child(), who.person()));
            var path = "/mijn/helpen/%s/%s".formatted(scene.registered(offered).id(), part);
            var page = browser.get(path);
            return first ? opened(browser, page, path) : page;
          }
        });
  }

  /// The first page to which this one leads, below it.
  private static Answer opened(SimulatedBrowser browser, Answer page, String path) {
    return LINK.matcher(page.body())
        .results()
        .map(link -> link.group(1))
        .filter(link -> link.startsWith(path + "/"))
        .filter(link -> !link.endsWith("/kring") && !link.contains("/tot/"))
        .findFirst()
        .map(browser::get)
        .orElse(page);
  }

  private static SimulatedPerson person(Scene scene, Who who) {
    return scene.person(who.child(), who.person());
  }

  private static JsonNode json(Answer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the gateway answers in JSON", e);
    }
  }
}
