package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import nl.sluis.dev.partner.Answer;
import nl.sluis.policies.terms.DataCategory;

/// The steps of people who log in: take a place at a child, look, say yes or no, take it back.
final class PersonActions {
  private static final String YOUTH = "jongere";

  static final ActionKind LETTER = ActionKind.ofBlock("stuur brief", PersonActions::letter);
  static final ActionKind CODE = ActionKind.ofBlock("voer code in", PersonActions::code);
  static final ActionKind LOOK = ActionKind.ofBlock("kijk zelf", PersonActions::look);
  static final ActionKind SAY = ActionKind.ofBlock("zeg zelf", PersonActions::say);
  static final ActionKind WITHDRAW = ActionKind.ofBlock("trek zelf in", PersonActions::withdraw);

  private PersonActions() {}

  /// A person around a child, who logs in.
  record Who(String person, String child) {
    static Who read(Fields fields, Names names) {
      return new Who(fields.text("persoon"), names.child(fields.need("over")));
    }

    @Override
    public String toString() {
      return person.equals(YOUTH) ? child : person + " van " + child;
    }
  }

  private static Action letter(Fields fields, Names names) {
    var by = names.partyAs(fields.need("door"));
    var who = Who.read(fields, names);
    var language = fields.text("taal", "nl");
    return new FactActions.Registering(
        "/v1/koppelingen",
        by,
        who.child(),
        fields.text("verwijzing", "eigen-kenmerk"),
        "%s stuurt een brief met een code naar %s".formatted(by, who),
        (_, body) -> body.put("persoon", who.person()).put("taal", language),
        fields.json("ruw"),
        (scene, seen) -> {
          scene.letter(seen.text("code"));
          scene.registered(scene.label(), new Scene.Registered(seen.text("id"), by, who.child()));
        });
  }

  private static Action code(Fields fields, Names names) {
    var who = Who.read(fields, names);
    var letter = fields.tree("brief").map(tree -> names.step(tree, LETTER.name())).orElse("");
    var code = fields.text("code", "");
    return new Doing(
        who,
        "%s meldt zich aan en voert %s in"
            .formatted(who, letter.isEmpty() ? "een code" : "de code van `" + letter + "`"),
        scene ->
            scene
                .person(who.child(), who.person())
                .post(
                    "/mijn/v1/koppelingen",
                    JsonNodeFactory.instance
                        .objectNode()
                        .put("code", letter.isEmpty() ? code : scene.letterOf(letter))
                        .toString()));
  }

  private static Action look(Fields fields, Names names) {
    var who = Who.read(fields, names);
    return new Doing(
        who,
        "%s kijkt wat er is gevraagd".formatted(who),
        scene -> scene.person(who.child(), who.person()).get("/mijn/v1/toestemmingen"));
  }

  private static Action say(Fields fields, Names names) {
    var who = Who.read(fields, names);
    var consent = names.step(fields.need("toestemming"), ConsentActions.CONSENT.name());
    var said = fields.text("uitspraak");
    var read = fields.yes("gelezen", true);
    return new Doing(
        who,
        "%s zegt zelf bij `%s`: %s".formatted(who, consent, said),
        scene ->
            scene
                .person(who.child(), who.person())
                .post(
                    "/mijn/v1/toestemmingen/%s/verklaringen"
                        .formatted(scene.registered(consent).id()),
                    JsonNodeFactory.instance
                        .objectNode()
                        .put("uitspraak", said)
                        .put("gevolgenVanNeeGelezen", read)
                        .put("intrekkenGelezen", read)
                        .toString()));
  }

  private static Action withdraw(Fields fields, Names names) {
    var who = Who.read(fields, names);
    var consent = names.step(fields.need("toestemming"), ConsentActions.CONSENT.name());
    List<DataCategory> categories =
        fields.tree("categorieen").map(names::categories).orElse(List.of());
    return new Doing(
        who,
        "%s trekt `%s` zelf in".formatted(who, consent),
        scene -> {
          var body = JsonNodeFactory.instance.objectNode();
          var array = body.putArray("categorieen");
          categories.forEach(category -> array.add(category.name()));
          return scene
              .person(who.child(), who.person())
              .post(
                  "/mijn/v1/toestemmingen/%s/intrekkingen"
                      .formatted(scene.registered(consent).id()),
                  body.toString());
        });
  }

  /// Something a person does at the port for people.
  @FunctionalInterface
  interface Deed {
    Answer by(Scene scene);
  }

  record Doing(Who who, String told, Deed deed) implements Action {
    /// Somebody looks at what is theirs.
    ///
    /// @param told what that person does, such as `kijkt welke vragen er liggen`
    static Action look(Fields fields, Names names, String told, String path) {
      var who = Who.read(fields, names);
      return new Doing(
          who, who + " " + told, scene -> scene.person(who.child(), who.person()).get(path));
    }

    @Override
    public Observed play(Scene scene) {
      return Observed.answered(deed.by(scene));
    }
  }
}
