package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// A party registers who has gezag over a child, and who may not hear what.
///
/// @param who who registers, in which role
/// @param family the facts
/// @param raw what the scenario puts over the body
record FamilyFacts(PartyAs who, Family family, ObjectNode raw) implements Action {
  FamilyFacts(PartyAs who, Family family) {
    this(who, family, JsonNodeFactory.instance.objectNode());
  }

  @Override
  public String told() {
    var lives = family.municipality();
    return "%s legt vast wie gezag heeft over %s (%s)%s"
        .formatted(
            who,
            family.child(),
            family.custody(),
            lives.isEmpty() ? "" : ", dat in " + lives + " woont");
  }

  @Override
  public Observed play(Scene scene) {
    var body = body(scene);
    body.setAll(raw);
    var seen = scene.post(who.party(), "/v1/gezinsfeiten", body);
    for (var shield : family.shielded()) {
      var shielded = scene.post(who.party(), "/v1/afschermingen", shield(scene, shield));
      if (shielded.status() != 201) {
        return shielded;
      }
    }
    return seen;
  }

  /// Who may not know of whom is a fact of its own, with who says so, why, and when somebody looks
  /// at it again.
  private ObjectNode shield(Scene scene, Family.Shield shield) {
    var body = JsonNodeFactory.instance.objectNode();
    body.set("namens", scene.as(who));
    body.set("betrokkene", scene.reference(family.child(), who.party(), family.reference()));
    body.put("persoon", shield.person()).put("bron", "professional");
    body.putObject("voor").put("oin", scene.partner(shield.party()).oin().value());
    body.put("herziening", DutchTime.date("over 180 dagen", scene.now()).toString());
    StopActions.signed(body, "med-77", "reden", "dat is voor dit gezin zo afgesproken");
    return body;
  }

  private ObjectNode body(Scene scene) {
    var json = JsonNodeFactory.instance;
    var today = DutchTime.local(scene.now()).toLocalDate();
    var body = json.objectNode();
    body.set("namens", scene.as(who));
    body.set("betrokkene", scene.reference(family.child(), who.party(), family.reference()));
    family.birthAt(scene.now()).ifPresent(birth -> body.put("geboortedatum", birth.toString()));
    var custody = body.putObject("gezag");
    custody.put("situatie", family.custody());
    custody.put("bron", family.source());
    custody.put("geldigVanaf", today.minusYears(1).toString());
    custody.put("verkregenOp", DutchTime.date(family.obtained(), scene.now()).toString());
    var holders = custody.putArray("houders");
    family
        .holders()
        .forEach(
            (person, capacity) ->
                holders.addObject().put("persoon", person).put("hoedanigheid", capacity));
    if (!family.municipality().isEmpty()) {
      body.putObject("gemeente")
          .put("naam", family.municipality())
          .put("geldigVanaf", DutchTime.date(family.movedIn(), scene.now()).toString());
    }
    return body;
  }
}
