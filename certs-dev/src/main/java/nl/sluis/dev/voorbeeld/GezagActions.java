package nl.sluis.dev.voorbeeld;

import java.util.LinkedHashMap;
import java.util.Map;

/// The step in which a partner has the BRP asked who has gezag.
final class GezagActions {
  static final ActionKind ASK = ActionKind.ofRequest("vraag gezag op", GezagActions::ask);

  private GezagActions() {}

  private static Action ask(Fields fields, Names names) {
    var who = names.partyAs(fields.need("door"));
    var child = names.child(fields.need("over"));
    Map<String, String> people = new LinkedHashMap<>();
    fields
        .block("personen")
        .ifPresent(block -> block.all().forEach((k, v) -> people.put(k, Fields.textOf(v))));
    return new FactActions.Registering(
        "/v1/gezagsgegevens/opvragingen",
        who,
        child,
        "bsn",
        "%s laat opvragen wie gezag heeft over %s".formatted(who, child),
        (scene, body) -> {
          var list = body.putArray("personen");
          people.forEach((word, bsn) -> list.addObject().put("persoon", word).put("bsn", bsn));
          body.putObject("handelend").put("id", "med-12");
        },
        fields.json("ruw"));
  }
}
