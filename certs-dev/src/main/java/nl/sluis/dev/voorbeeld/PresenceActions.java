package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The steps in which somebody is sent a code and gives it to the professional beside.
final class PresenceActions {
  static final ActionKind ASK =
      ActionKind.ofRequest("vraag aanwezigheidscode", PresenceActions::ask);

  private static final String CODE = "aanwezigheidscode";
  private static final String OWN = "eigen";

  private PresenceActions() {}

  private static Action ask(Fields fields, Names names) {
    var by = names.partyAs(fields.need("door"));
    var who = PersonActions.Who.read(fields, names);
    var purpose = names.purpose(fields.need("doel"));
    var receivers = Fields.itemsOf(fields.need("ontvangers")).stream().map(names::partyAs).toList();
    return new FactActions.Registering(
        "/v1/aanwezigheidscodes",
        by,
        who.child(),
        fields.text("verwijzing", "eigen-kenmerk"),
        "%s vraagt een code voor %s".formatted(by, who),
        (scene, body) -> {
          body.put("doel", purpose).put("persoon", who.person());
          var list = body.putArray("ontvangers");
          receivers.forEach(one -> list.add(scene.partner(one.party()).oin().value()));
        },
        fields.json("ruw"));
  }

  /// Puts the code that this person reads at the own place in the proof, in the place of a
  /// colleague.
  ///
  /// @param which `eigen` for that code, any other for these digits themselves
  static void put(ObjectNode proof, String which, Scene scene, String child, String person) {
    if (which.isEmpty()) {
      return;
    }
    proof.remove("tweedePersoon");
    proof.put(CODE, which.equals(OWN) ? read(scene, child, person) : which);
  }

  private static String read(Scene scene, String child, String person) {
    var seen = Observed.answered(scene.person(child, person).get("/mijn/v1/kennisgevingen"));
    return seen.json().findValues("code").stream()
        .map(JsonNode::asText)
        .findFirst()
        .orElse("geen code");
  }
}
