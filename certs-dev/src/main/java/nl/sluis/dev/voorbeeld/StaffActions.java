package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// The steps about professionals and groups: contacts, roles and counts.
final class StaffActions {
  static final ActionKind CONTACT = ActionKind.ofRequest("leg contact vast", StaffActions::contact);
  static final ActionKind ASK = ActionKind.ofRequest("vraag contact", StaffActions::ask);
  static final ActionKind DECLARE =
      ActionKind.ofRequest("verklaar detachering", StaffActions::declare);
  static final ActionKind CHOOSE = ActionKind.ofRequest("kies rol", StaffActions::choose);
  static final ActionKind UNCHOOSE = ActionKind.ofRequest("sluit rol", StaffActions::unchoose);
  static final ActionKind COUNT = ActionKind.ofRequest("vraag cijfer", StaffActions::count);

  private StaffActions() {}

  private static Action contact(Fields fields, Names names) {
    var who = names.partyAs(fields.need("door"));
    var school = names.party(fields.need("school"));
    var part = fields.text("deel", "hele-school");
    var kind = fields.text("soort", "vast");
    var team = fields.text("team", "gebiedsteam");
    var person = fields.text("persoon");
    var replaces = fields.text("vervangt", "");
    var from = day(fields, "vanaf", "vandaag");
    var until = day(fields, "tot", "");
    return new Posting(
        "/v1/contactpunten",
        who,
        "%s legt vast: %s voor %s, %s".formatted(who, kind, school, part),
        (scene, body) -> {
          body.put("school", scene.partner(school).oin().value());
          body.put("deel", part).put("soort", kind).put("team", team).put("persoon", person);
          body.put("vervangt", replaces).put("vanaf", on(from, scene)).put("tot", on(until, scene));
        });
  }

  private static Action ask(Fields fields, Names names) {
    return new Asking(
        names.party(fields.need("door")),
        names.party(fields.need("school")),
        fields.text("deel", ""));
  }

  private static Action declare(Fields fields, Names names) {
    var who = names.partyAs(fields.need("door"));
    var person = fields.text("persoon");
    var other = names.party(fields.need("ook"));
    var otherPerson = fields.text("ook persoon");
    var from = day(fields, "vanaf", "vandaag");
    var until = day(fields, "tot", "over 1 jaar");
    return new Posting(
        "/v1/detacheringen",
        who,
        "%s verklaart dat `%s` ook bij %s werkt".formatted(who, person, other),
        (scene, body) -> {
          body.put("persoon", person).put("vanaf", on(from, scene)).put("tot", on(until, scene));
          body.putObject("ook")
              .put("oin", scene.partner(other).oin().value())
              .put("persoon", otherPerson);
        });
  }

  private static Action choose(Fields fields, Names names) {
    var who = names.partyAs(fields.need("door"));
    var person = fields.text("persoon");
    return new Posting(
        "/v1/rolkeuzes",
        who,
        "`%s` kiest om te handelen als %s".formatted(person, who),
        (_, body) -> body.put("persoon", person));
  }

  private static Action unchoose(Fields fields, Names names) {
    var choice = names.step(fields.need("rol"), CHOOSE.name());
    var who = names.partyAs(fields.need("door"));
    return new Action() {
      @Override
      public String told() {
        return "%s sluit de gekozen rol".formatted(who);
      }

      @Override
      public Observed play(Scene scene) {
        var body = JsonNodeFactory.instance.objectNode();
        body.set("namens", scene.as(who));
        var id = scene.seen(choice).text("id");
        return scene.post(who.party(), "/v1/rolkeuzes/" + id + "/sluitingen", body);
      }
    };
  }

  private static Action count(Fields fields, Names names) {
    var who = names.partyAs(fields.need("door"));
    var period = fields.text("periode");
    var purpose = fields.tree("doel").map(names::purpose).orElse("");
    var convenant = fields.text("convenant", names.convenant().id());
    return new Posting(
        "/v1/cijfers",
        who,
        "%s vraagt hoeveel er verstrekt is in %s".formatted(who, period),
        (_, body) -> {
          body.put("convenant", convenant).put("periode", period);
          if (!purpose.isEmpty()) {
            body.put("doel", purpose);
          }
        });
  }

  private static String day(Fields fields, String key, String absent) {
    fields.readMaybe(key, w -> DutchTime.date(w, Instant.EPOCH));
    return fields.text(key, absent);
  }

  private static String on(String words, Scene scene) {
    return words.isEmpty() ? "" : DutchTime.date(words, scene.now()).toString();
  }

  /// What a step writes into the body it sends.
  private interface Writer {
    void write(Scene scene, ObjectNode body);
  }

  private record Posting(String path, PartyAs who, String told, Writer writer) implements Action {
    @Override
    public Observed play(Scene scene) {
      var body = JsonNodeFactory.instance.objectNode();
      body.set("namens", scene.as(who));
      writer.write(scene, body);
      return scene.post(who.party(), path, body);
    }
  }

  private record Asking(String who, String school, String part) implements Action {
    @Override
    public String told() {
      return "%s vraagt wie het aanspreekpunt van %s is".formatted(who, school);
    }

    @Override
    public Observed play(Scene scene) {
      var path = "/v1/contactpunten?school=" + scene.partner(school).oin().value();
      return scene.get(who, part.isEmpty() ? path : path + "&deel=" + part);
    }
  }
}
