package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import nl.sluis.dev.voorbeeld.ConsentActions.Following;
import nl.sluis.dev.voorbeeld.ConsentActions.Statements;

/// The steps in which a consent ends, rests, is renewed or set right, and in which a party looks at
/// it.
final class LifecycleActions {
  static final ActionKind LOOK = ActionKind.ofRequest("bekijk toestemming", LifecycleActions::look);
  static final ActionKind REVOKE =
      ActionKind.ofRequest("herroep toestemming", LifecycleActions::revoke);
  static final ActionKind INVALIDATE =
      ActionKind.ofRequest("verklaar toestemming ongeldig", LifecycleActions::invalidate);
  static final ActionKind SUSPEND =
      ActionKind.ofRequest("schort toestemming op", LifecycleActions::suspend);
  static final ActionKind RENEW =
      ActionKind.ofRequest("vernieuw toestemming", LifecycleActions::renew);
  static final ActionKind CORRECT =
      ActionKind.ofRequest("corrigeer toestemming", LifecycleActions::correct);

  private LifecycleActions() {}

  private static Action look(Fields fields, Names names) {
    var consent = consent(fields, names);
    var by = by(fields, names);
    return new Looking(consent, by, "er wordt gekeken hoe `%s` ervoor staat".formatted(consent));
  }

  private static Action revoke(Fields fields, Names names) {
    return ending(fields, names, "herroepingen", "`%s` wordt herroepen", (_, _) -> {});
  }

  private static Action invalidate(Fields fields, Names names) {
    var authority = fields.text("instantie", "rechter");
    return ending(
        fields,
        names,
        "ongeldigverklaringen",
        "`%s` wordt ongeldig verklaard",
        (scene, body) ->
            body.put("instantie", authority)
                .put("datum", DutchTime.date("gisteren", scene.now()).toString())
                .put("uitspraakHash", ConsentActions.sha256("uitspraak")));
  }

  private static Action suspend(Fields fields, Names names) {
    var until = date(fields, "over 2 weken");
    return ending(
        fields,
        names,
        "opschortingen",
        "`%s` rust voor de veiligheid",
        (scene, body) -> body.put("tot", DutchTime.date(until, scene.now()).toString()));
  }

  private static Action correct(Fields fields, Names names) {
    var person = fields.text("persoon");
    var said = fields.text("uitspraak");
    return ending(
        fields,
        names,
        "correcties",
        "bij `%s` is iets verkeerd vastgelegd",
        (_, body) -> body.put("persoon", person).put("uitspraak", said));
  }

  private static Action renew(Fields fields, Names names) {
    var consent = consent(fields, names);
    var person = fields.text("persoon");
    var channel = fields.text("kanaal", "papier");
    var until = date(fields, "over 11 maanden");
    return new Following(
        "/v1/toestemmingen/{id}/vernieuwingen",
        consent,
        by(fields, names),
        "%s vernieuwt `%s`".formatted(person, consent),
        (scene, body) -> {
          Statements.fill(body, person, "", channel, false, scene);
          body.remove("uitspraak");
          body.put("tekstHash", ConsentActions.textHash());
          body.put("geldigTot", DutchTime.date(until, scene.now()).toString());
        },
        fields.json("ruw"));
  }

  private static Action ending(
      Fields fields, Names names, String path, String told, FactActions.Writer writer) {
    var consent = consent(fields, names);
    return new Following(
        "/v1/toestemmingen/{id}/" + path,
        consent,
        by(fields, names),
        told.formatted(consent),
        (scene, body) -> {
          writer.write(scene, body);
          because(body);
        },
        fields.json("ruw"));
  }

  private static void because(ObjectNode body) {
    body.put("reden", "Het gezin en de organisatie spraken dit af.");
    body.putObject("door").put("id", "med-77").put("functie", "intern begeleider");
  }

  private static String consent(Fields fields, Names names) {
    return names.step(fields.need("toestemming"), ConsentActions.CONSENT.name());
  }

  private static List<PartyAs> by(Fields fields, Names names) {
    return fields.tree("door").map(tree -> List.of(names.partyAs(tree))).orElse(List.of());
  }

  private static String date(Fields fields, String otherwise) {
    fields.readMaybe("tot", w -> DutchTime.date(w, Instant.EPOCH));
    return fields.text("tot", otherwise);
  }

  private record Looking(String earlier, List<PartyAs> by, String told) implements Action {
    @Override
    public Observed play(Scene scene) {
      var registered = scene.registered(earlier);
      var who = by.isEmpty() ? registered.who() : by.getFirst();
      return scene.get(who.party(), "/v1/toestemmingen/" + registered.id());
    }
  }
}
