package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.sluis.gateway.ondertekening.SignedAgreement;

/// The steps of a second person: who may sign with a key or by logging in, and agreeing before the
/// message comes.
final class SigningActions {
  /// Who signs for every party, unless the scenario says otherwise.
  static final Person STANDARD =
      new Person("med-12", "aandachtsfunctionaris", "", List.of("med-50", "med-51"), "over 1 jaar");

  /// Who acts for every party, unless the scenario says otherwise.
  static final Person ACTING =
      new Person("med-77", "professional", "", List.of("med-50", "med-51"), "over 1 jaar");

  static final ActionKind ANNOUNCE =
      ActionKind.ofBlock("meld ondertekenaar aan", SigningActions::announcing);
  static final ActionKind WITHDRAW =
      ActionKind.ofBlock("trek ondertekenaar in", SigningActions::withdrawing);
  static final ActionKind BRING = ActionKind.ofBlock("teken vooraf", SigningActions::bringing);
  static final ActionKind INVITE =
      ActionKind.ofBlock("nodig ondertekenaar uit", SigningActions::inviting);
  static final ActionKind ENTER = ActionKind.ofBlock("word ondertekenaar", SigningActions::enter);
  static final ActionKind AGREE = ActionKind.ofBlock("zeg akkoord", SigningActions::agreeing);

  private static final String PATH = "/v1/ondertekenaars";
  private static final String STAFF = "medewerker";

  private SigningActions() {}

  /// Somebody who may sign.
  ///
  /// @param keyOf whose key is shown; empty for the own key
  record Person(
      String person, String function, String keyOf, List<String> confirmedBy, String until) {}

  private static Person person(Fields fields) {
    var confirmedBy = fields.words("bevestigd door");
    return new Person(
        fields.text("persoon"),
        fields.text("functie", STANDARD.function()),
        fields.text("sleutel van", ""),
        confirmedBy.isEmpty() ? STANDARD.confirmedBy() : confirmedBy,
        FactActions.moment(fields, "tot", STANDARD.until()));
  }

  private static ObjectNode body(Scene scene, PartyAs who, Person person) {
    var body = JsonNodeFactory.instance.objectNode();
    body.set("namens", scene.as(who));
    body.put("persoon", person.person()).put("functie", person.function());
    body.put("geldigTot", FactActions.instant(person.until(), scene));
    var confirmed = body.putArray("bevestigdDoor");
    person
        .confirmedBy()
        .forEach(id -> confirmed.addObject().put("id", id).put("functie", "directeur"));
    return body;
  }

  /// Puts somebody's own key on record.
  static Observed announce(Scene scene, PartyAs who, Person person) {
    var partner = scene.partner(who.party());
    var key = person.keyOf().isEmpty() ? person.person() : person.keyOf();
    var proof = JsonNodeFactory.instance.objectNode();
    proof.put("iss", partner.oin().value()).put("sub", person.person());
    proof.put("op", scene.now().toString()).put("jti", partner.fresh());
    var point = partner.ownKey(key).toPublicJWK();
    proof
        .putObject("sleutel")
        .put("kty", "EC")
        .put("crv", "P-256")
        .put("x", point.getX().toString())
        .put("y", point.getY().toString());
    var body = body(scene, who, person);
    body.put("bewijs", partner.signedBy(key, SignedAgreement.KEY_TYP, proof.toString()));
    return scene.post(who.party(), PATH, body);
  }

  private static Action announcing(Fields fields, Names names) {
    var who = names.partyAs(fields.need("door"));
    var person = person(fields);
    return new Doing(
        "%s meldt de eigen sleutel van `%s` aan".formatted(who, person.person()),
        scene -> remembered(scene, who, announce(scene, who, person)));
  }

  private static Observed remembered(Scene scene, PartyAs who, Observed seen) {
    if (seen.succeeded()) {
      scene.registered(scene.label(), new Scene.Registered(seen.text("id"), who, ""));
    }
    return seen;
  }

  private static Action withdrawing(Fields fields, Names names) {
    var step = names.step(fields.need("ondertekenaar"), ANNOUNCE.name(), ENTER.name());
    var who = names.partyAs(fields.need("door"));
    return new Doing(
        "%s trekt `%s` in".formatted(who, step),
        scene -> {
          var body = JsonNodeFactory.instance.objectNode();
          body.set("namens", scene.as(who));
          var path = PATH + "/" + scene.seen(step).text("id") + "/intrekkingen";
          return scene.post(who.party(), path, body);
        });
  }

  /// What is agreed to, of which message.
  private record Said(String message, String condition, String outcome) {
    static Said read(Fields fields, Names names) {
      return new Said(
          names.step(fields.need("over bericht"), "stuur"),
          fields.text("voorwaarde", "aandachtsfunctionaris-keek-mee"),
          fields.text("uitkomst", "melden"));
    }
  }

  private static Action bringing(Fields fields, Names names) {
    var who = names.partyAs(fields.need("door"));
    var person = fields.text("persoon", STANDARD.person());
    var said = Said.read(fields, names);
    return new Doing(
        "`%s` van %s tekent vooraf voor `%s`".formatted(person, who, said.message()),
        scene -> {
          var body = JsonNodeFactory.instance.objectNode();
          body.set("namens", scene.as(who));
          body.put(
              "handtekening",
              Signatures.signed(
                  scene,
                  who.party(),
                  person,
                  "",
                  said.condition(),
                  said.outcome(),
                  scene.proposal(said.message())));
          return scene.post(who.party(), "/v1/akkoorden", body);
        });
  }

  private static Action inviting(Fields fields, Names names) {
    var who = names.partyAs(fields.need("door"));
    var person = person(fields);
    return new Doing(
        "%s geeft `%s` een code om met aanmelden te tekenen".formatted(who, person.person()),
        scene -> {
          var seen = scene.post(who.party(), "/v1/ondertekenaarcodes", body(scene, who, person));
          scene.letter(seen.text("code"));
          return seen;
        });
  }

  private static Action enter(Fields fields, Names names) {
    var person = fields.text("persoon");
    var invited = names.step(fields.need("code van"), INVITE.name());
    return new Doing(
        "`%s` meldt zich aan en voert de code in".formatted(person),
        scene ->
            Observed.answered(
                scene
                    .person(STAFF, person)
                    .post(
                        "/mijn/v1/ondertekenaars",
                        JsonNodeFactory.instance
                            .objectNode()
                            .put("code", scene.letterOf(invited))
                            .toString())));
  }

  private static Action agreeing(Fields fields, Names names) {
    var person = fields.text("persoon");
    var party = names.party(fields.need("voor"));
    var said = Said.read(fields, names);
    return new Doing(
        "`%s` meldt zich aan en zegt akkoord met `%s`".formatted(person, said.message()),
        scene ->
            Observed.answered(
                scene
                    .person(STAFF, person)
                    .post(
                        "/mijn/v1/akkoorden",
                        JsonNodeFactory.instance
                            .objectNode()
                            .put("oin", scene.partner(party).oin().value())
                            .put("voorstel", scene.proposal(said.message()))
                            .put("voorwaarde", said.condition())
                            .put("uitkomst", said.outcome())
                            .toString())));
  }

  /// What a step does.
  @FunctionalInterface
  private interface Deed {
    Observed in(Scene scene);
  }

  private record Doing(String told, Deed deed) implements Action {
    @Override
    public Observed play(Scene scene) {
      return deed.in(scene);
    }
  }
}
