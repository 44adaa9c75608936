package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.dev.voorbeeld.Scene.Registered;
import nl.sluis.policies.terms.DataCategory;

/// The steps around a consent that stops: what would follow, and the stop message that a receiver
/// fetches, trusts and answers.
final class StopMessageActions {
  private static final String NOTHING = "00000000-0000-0000-0000-000000000000";

  static final ActionKind FETCH =
      ActionKind.ofRequest("haal stopberichten", StopMessageActions::fetch);
  static final ActionKind CONFIRM =
      ActionKind.ofRequest("bevestig stopbericht", StopMessageActions::confirm);
  static final ActionKind FOLLOWS =
      ActionKind.ofRequest("bekijk gevolgen", StopMessageActions::follows);
  static final ActionKind CAME =
      ActionKind.ofBlock("kijk naar stopbericht", StopMessageActions::came);

  private StopMessageActions() {}

  private static Action fetch(Fields fields, Names names) {
    return new Fetch(names.partyAs(fields.need("door")));
  }

  private record Fetch(PartyAs who) implements Action {
    @Override
    public String told() {
      return who + " haalt stopberichten op";
    }

    @Override
    public Observed play(Scene scene) {
      var whose = scene.isVia() ? "&namens=" + scene.partner(who.party()).oin() : "";
      var list = scene.get(who.party(), "/v1/stopberichten?rol=" + who.role() + whose);
      var claims = new ArrayList<String>();
      var trusted = true;
      for (var line : list.json().path("stopberichten")) {
        var id = line.path("id").asText();
        if (claims.isEmpty()) {
          scene.registered(scene.label(), new Registered(id, who, ""));
        }
        var signed = scene.get(who.party(), "/v1/stopberichten/" + id).text("stopbericht");
        var jws = parsed(signed);
        trusted &= isSigned(jws, scene);
        claims.add(jws.getPayload().toString());
      }
      return list.withBody(list.body() + claims)
          .with("stopberichten", String.valueOf(claims.size()))
          .with("handtekening", trusted ? "klopt" : "klopt niet")
          .with("stopberichten: " + claims.size());
    }
  }

  private static JWSObject parsed(String signed) {
    try {
      return JWSObject.parse(signed);
    } catch (ParseException e) {
      throw new IllegalStateException("a stop message is no JWS", e);
    }
  }

  /// With the keys that Sluis publishes, and with nothing of its own code.
  private static boolean isSigned(JWSObject jws, Scene scene) {
    try {
      var anybody = scene.partners().values().iterator().next();
      var keys = JWKSet.parse(anybody.get("/v1/sleutels").body());
      var key = keys.getKeyByKeyId(jws.getHeader().getKeyID());
      return key != null
          && "sluis-stopbericht+jwt".equals(jws.getHeader().getType().getType())
          && jws.verify(new ECDSAVerifier(key.toECKey()));
    } catch (ParseException | JOSEException _) {
      return false;
    }
  }

  private static Action confirm(Fields fields, Names names) {
    var who = names.partyAs(fields.need("door"));
    var step =
        fields.tree("stopbericht van").map(tree -> names.step(tree, FETCH.name())).orElse("");
    var done = fields.text("gedaan");
    var law = fields.text("wet", "");
    var article = fields.text("artikel", "");
    return new Asking(
        "%s bevestigt een stopbericht: %s".formatted(who, done),
        scene -> {
          var body = JsonNodeFactory.instance.objectNode();
          body.set("namens", scene.as(who));
          body.put("gedaan", done);
          if (!law.isEmpty() || !article.isEmpty()) {
            body.putObject("grond").put("wet", law).put("artikel", article);
          }
          var id = step.isEmpty() ? NOTHING : scene.registered(step).id();
          return scene.post(who.party(), "/v1/stopberichten/" + id + "/bevestigingen", body);
        });
  }

  private static Action follows(Fields fields, Names names) {
    var consent = names.step(fields.need("toestemming"), ConsentActions.CONSENT.name());
    List<DataCategory> categories =
        fields.tree("categorieen").map(names::categories).orElse(List.of());
    if (fields.has("door")) {
      var who = names.partyAs(fields.need("door"));
      return new Asking(
          "%s bekijkt wat er volgt als `%s` wordt ingetrokken".formatted(who, consent),
          scene -> {
            var body = JsonNodeFactory.instance.objectNode();
            body.set("namens", scene.as(who));
            return scene.post(
                who.party(),
                "/v1/toestemmingen/" + scene.registered(consent).id() + "/intrekkingsgevolgen",
                body);
          });
    }
    var person = fields.text("persoon");
    var child = names.child(fields.need("over"));
    return new Asking(
        "%s van %s bekijkt wat er volgt als `%s` wordt ingetrokken"
            .formatted(person, child, consent),
        scene ->
            Observed.answered(
                scene
                    .person(child, person)
                    .post(
                        own(scene, consent) + "/intrekkingsgevolgen",
                        withCategories(categories).toString())));
  }

  private static ObjectNode withCategories(List<DataCategory> categories) {
    var body = JsonNodeFactory.instance.objectNode();
    var array = body.putArray("categorieen");
    categories.forEach(category -> array.add(category.name()));
    return body;
  }

  private static Action came(Fields fields, Names names) {
    var person = fields.text("persoon");
    var child = names.child(fields.need("over"));
    var consent = names.step(fields.need("toestemming"), ConsentActions.CONSENT.name());
    return new Asking(
        "%s van %s kijkt of de ontvanger het stopbericht van `%s` bevestigde"
            .formatted(person, child, consent),
        scene ->
            Observed.answered(
                scene.person(child, person).get(own(scene, consent) + "/stopbericht")));
  }

  private static String own(Scene scene, String consent) {
    return "/mijn/v1/toestemmingen/" + scene.registered(consent).id();
  }

  /// A request with an answer.
  @FunctionalInterface
  private interface Request {
    Observed of(Scene scene);
  }

  private record Asking(String told, Request request) implements Action {
    @Override
    public Observed play(Scene scene) {
      return request.of(scene);
    }
  }
}
