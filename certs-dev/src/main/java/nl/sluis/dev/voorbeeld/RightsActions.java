package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.SimulatedBrowser;
import nl.sluis.dev.voorbeeld.PersonActions.Who;
import nl.sluis.dev.voorbeeld.Scene.Registered;

/// The steps in which somebody asks something about a line in a browser, and an organisation reads
/// it, takes longer or answers; and in which somebody asks for all that it gave and got.
final class RightsActions {
  static final ActionKind ASK = ActionKind.ofBlock("vraag bij regel", RightsActions::ask);
  static final ActionKind ACCESS = ActionKind.ofBlock("vraag inzage", RightsActions::access);
  static final ActionKind FOLLOW = ActionKind.ofBlock("kijk verzoek", RightsActions::follow);
  static final ActionKind READ =
      ActionKind.ofRequest("lees betrokkenenverzoek", RightsActions::read);
  static final ActionKind EXTEND =
      ActionKind.ofRequest("verleng betrokkenenverzoek", RightsActions::extend);
  static final ActionKind ANSWER =
      ActionKind.ofRequest("beantwoord betrokkenenverzoek", RightsActions::answer);

  private static final String OWN = "/mijn/verzoeken";
  private static final String DATA = "/mijn/v1/betrokkenenverzoeken";
  private static final Pattern CHILD = Pattern.compile("href=\"(/mijn/inzien/[0-9a-f]{32})\"");
  private static final Pattern LINE =
      Pattern.compile("<a href=\"(/mijn/inzien/[0-9a-f]{32}/regel/[0-9a-f-]{36})\">(.*?)</a>");

  private RightsActions() {}

  private static Action ask(Fields fields, Names names) {
    return new Asking(
        Who.read(fields, names),
        fields.text("wat"),
        fields.text("regel", ""),
        fields.text("woorden", ""),
        fields.text("loket", ""));
  }

  /// @param line words in the line; empty for the newest
  private record Asking(Who who, String what, String line, String words, String counter)
      implements Action {
    @Override
    public String told() {
      return "%s kiest bij een regel: %s".formatted(who, what);
    }

    @Override
    public Observed play(Scene scene) {
      try (var browser = browser(scene, who)) {
        var form = form(browser, browser.get(line(browser)));
        var fields = new LinkedHashMap<>(Map.of("bewijs", browser.formToken(OWN)));
        fields.put("woorden", words);
        if (!counter.isEmpty()) {
          fields.put("loket", counter);
          fields.put("bij", "VAN");
        }
        var sent = browser.post(form, fields);
        if (sent.status() != 303) {
          return Observed.answered(sent);
        }
        var path = SimulatedBrowser.to(sent).getPath();
        var id = path.substring(path.lastIndexOf('/') + 1);
        scene.registered(scene.label(), new Registered(id, new PartyAs("", ""), who.child()));
        return Observed.answered(browser.follow(sent));
      }
    }

    private String line(SimulatedBrowser browser) {
      var child = CHILD.matcher(browser.get("/mijn/inzien").body());
      if (!child.find()) {
        throw new IllegalStateException(who + " sees no child");
      }
      return LINE.matcher(browser.get(child.group(1)).body())
          .results()
          .filter(one -> one.group(2).contains(line))
          .map(one -> one.group(1))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no line with `" + line + "`"));
    }

    private String form(SimulatedBrowser browser, Answer page) {
      var found =
          Pattern.compile("href=\"(" + OWN + "/over/[^\"]+/" + Pattern.quote(what) + ")\"")
              .matcher(page.body());
      if (!found.find()) {
        throw new IllegalStateException("no way to `" + what + "`");
      }
      browser.get(found.group(1));
      return found.group(1);
    }
  }

  private static Action access(Fields fields, Names names) {
    return new Access(
        Who.read(fields, names), names.party(fields.need("bij")), fields.text("taal", "nl"));
  }

  /// @param holder the organisation that is asked
  private record Access(Who who, String holder, String language) implements Action {
    @Override
    public String told() {
      return "%s vraagt %s om inzage".formatted(who, holder);
    }

    @Override
    public Observed play(Scene scene) {
      var body = JsonNodeFactory.instance.objectNode().put("soort", "inzage");
      body.put("bij", scene.partner(holder).oin().value()).put("taal", language);
      return Observed.answered(scene.person(who.child(), who.person()).post(DATA, body.toString()));
    }
  }

  private static SimulatedBrowser browser(Scene scene, Who who) {
    var browser = SimulatedBrowser.at(scene.gateway());
    browser.logIn(scene.number(who.child(), who.person()));
    return browser;
  }

  private static Action follow(Fields fields, Names names) {
    return new Following(
        Who.read(fields, names),
        names.step(fields.need("verzoek"), ASK.name()),
        fields.text("hoe", "bladzijde").equals("gegevens"));
  }

  /// @param plain whether it is read as data and not on a page
  private record Following(Who who, String request, boolean plain) implements Action {
    @Override
    public String told() {
      return "%s kijkt hoe het staat met `%s`".formatted(who, request);
    }

    @Override
    public Observed play(Scene scene) {
      if (plain) {
        var person = scene.person(who.child(), who.person());
        var all = Observed.answered(person.get(DATA));
        return all.status() == 200
            ? Observed.answered(person.get(DATA + "/" + scene.registered(request).id()))
            : all;
      }
      try (var browser = browser(scene, who)) {
        return Observed.answered(browser.get(OWN + "/" + scene.registered(request).id()));
      }
    }
  }

  private static Action read(Fields fields, Names names) {
    return doing(fields, names, "lezingen", "leest", Map.of());
  }

  private static Action extend(Fields fields, Names names) {
    return doing(fields, names, "verlengingen", "verlengt", Map.of("reden", fields.text("reden")));
  }

  private static Action answer(Fields fields, Names names) {
    var said = Map.of("uitkomst", fields.text("uitkomst"), "antwoord", fields.text("antwoord"));
    return doing(fields, names, "antwoorden", "beantwoordt", said);
  }

  private static Action doing(
      Fields fields, Names names, String what, String does, Map<String, String> said) {
    return new Doing(
        names.partyAs(fields.need("door")),
        names.step(fields.need("verzoek"), ASK.name()),
        what,
        does,
        said);
  }

  /// What an organisation does with a request.
  private record Doing(
      PartyAs by, String request, String what, String does, Map<String, String> said)
      implements Action {
    Doing {
      said = Map.copyOf(said);
    }

    @Override
    public String told() {
      return "%s %s `%s`".formatted(by, does, request);
    }

    @Override
    public Observed play(Scene scene) {
      var body = JsonNodeFactory.instance.objectNode();
      body.set("namens", scene.as(by));
      body.putObject("door").put("id", "med-12").put("functie", "privacy officer");
      said.forEach(body::put);
      var id = scene.registered(request).id();
      return scene.post(by.party(), "/v1/betrokkenenverzoeken/" + id + "/" + what, body);
    }
  }
}
