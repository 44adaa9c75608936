package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.sluis.dev.voorbeeld.ConsentActions.Following;
import nl.sluis.dev.voorbeeld.FactActions.Registering;
import nl.sluis.dev.voorbeeld.Scene.Registered;

/// The steps in which what is exchanged about a child is stopped, weighed and let go again.
final class StopActions {
  private static final Set<String> KINDS =
      new TreeSet<>(List.of("beperkt", "bezwaar", "rechterlijk-verbod", "bewaarplicht"));
  private static final String REASON = "de moeder vroeg erom";
  private static final String REVIEW = "over 3 maanden";

  static final ActionKind RESTRICTION =
      ActionKind.ofRequest("leg beperking vast", StopActions::restriction);
  static final ActionKind LIFT = ActionKind.ofRequest("hef beperking op", StopActions::lift);
  static final ActionKind WEIGH = ActionKind.ofRequest("weeg bezwaar", StopActions::weigh);

  private StopActions() {}

  /// The restriction that a family starts with, registered by the first party that knows it.
  static Action restriction(Family family, String word, Place place) {
    checkKind(word, place);
    var first = family.knownBy().entrySet().iterator().next();
    var who = new PartyAs(first.getKey(), first.getValue());
    return new Registering(
        "/v1/beperkingen",
        who,
        family.child(),
        "eigen-kenmerk",
        "%s legt vast: %s, %s".formatted(who, family.child(), word),
        (scene, body) -> {
          body.put("soort", word).put("vanaf", DutchTime.iso(scene.now()));
          body.put("herziening", DutchTime.date(REVIEW, scene.now()).toString());
          signed(body, "med-77", "reden", REASON);
        },
        JsonNodeFactory.instance.objectNode());
  }

  private static void checkKind(String word, Place place) {
    if (!KINDS.contains(word)) {
      throw new VoorbeeldFault(place, Suggestion.unknown(word, KINDS));
    }
  }

  private static Action restriction(Fields fields, Names names) {
    var who = names.partyAs(fields.need("door"));
    var child = names.child(fields.need("over"));
    var word = fields.text("soort");
    checkKind(word, fields.place("soort"));
    var from = FactActions.moment(fields, "vanaf", "nu");
    var until = fields.has("tot") ? FactActions.moment(fields, "tot", "nu") : "";
    var review = review(fields);
    var reason = fields.text("reden", REASON);
    var employee = fields.text("medewerker", "med-77");
    return new Registering(
        "/v1/beperkingen",
        who,
        child,
        fields.text("verwijzing", "eigen-kenmerk"),
        "%s legt vast: %s, %s".formatted(who, child, word),
        (scene, body) -> {
          body.put("soort", word).put("vanaf", FactActions.instant(from, scene));
          if (!until.isEmpty()) {
            body.put("tot", FactActions.instant(until, scene));
          }
          body.put("herziening", DutchTime.date(review, scene.now()).toString());
          signed(body, employee, "reden", reason);
        },
        fields.json("ruw"),
        (scene, seen) ->
            scene.registered(scene.label(), new Registered(seen.text("id"), who, child)));
  }

  /// The day on which somebody looks again.
  static String review(Fields fields) {
    fields.readMaybe("herziening", w -> DutchTime.date(w, Instant.EPOCH));
    return fields.text("herziening", REVIEW);
  }

  /// Who does this and why.
  static void signed(ObjectNode body, String employee, String why, String reason) {
    body.putObject("door").put("id", employee).put("functie", "privacy officer");
    body.put(why, reason);
  }

  private static Action lift(Fields fields, Names names) {
    var stop = names.step(fields.need("beperking"), RESTRICTION.name());
    var reason = fields.text("reden", REASON);
    var employee = fields.text("medewerker", "med-77");
    return new Following(
        "/v1/beperkingen/{id}/opheffingen",
        stop,
        by(fields, names),
        "`%s` wordt opgeheven".formatted(stop),
        (_, body) -> signed(body, employee, "reden", reason),
        fields.json("ruw"));
  }

  private static Action weigh(Fields fields, Names names) {
    var stop = names.step(fields.need("bezwaar"), RESTRICTION.name());
    var outcome = fields.text("uitkomst");
    var employee = fields.text("medewerker", "med-88");
    var reason = fields.text("reden", "het belang van het kind gaat voor");
    return new Following(
        "/v1/beperkingen/{id}/wegingen",
        stop,
        by(fields, names),
        "`%s` wordt gewogen: %s".formatted(stop, outcome),
        (_, body) -> signed(body.put("uitkomst", outcome), employee, "motivering", reason),
        fields.json("ruw"));
  }

  static List<PartyAs> by(Fields fields, Names names) {
    return fields.tree("door").map(tree -> List.of(names.partyAs(tree))).orElse(List.of());
  }
}
