package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.ECKey;
import java.util.List;
import java.util.Map;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.dev.voorbeeld.Scene.Registered;
import nl.sluis.gateway.peer.EncryptionKeyDirectory;
import nl.sluis.gateway.peer.Mandates;

/// The steps in which a party signs a statement: a mandate, or a key to seal for.
final class PowerActions {
  static final ActionKind MANDATE = ActionKind.ofBlock("geef mandaat", PowerActions::mandate);
  static final ActionKind REVOCATION =
      ActionKind.ofBlock(
          "trek mandaat in",
          (fields, names) -> {
            var mandate = names.step(fields.need("mandaat"), MANDATE.name());
            var by = fields.tree("door").map(names::party).orElse("");
            return new Revocation(mandate, by, fields.json("ruw"));
          });
  static final ActionKind KEY =
      ActionKind.ofBlock(
          "meld encryptiesleutel aan",
          (fields, names) ->
              new Key(
                  names.party(fields.need("door")),
                  FactActions.moment(fields, "tot", "over 1 jaar"),
                  fields.json("ruw")));

  private PowerActions() {}

  private static Action mandate(Fields fields, Names names) {
    var party = names.party(fields.need("van"));
    var supplier = names.party(fields.need("aan"));
    var roles =
        fields.words("rollen").stream().map(w -> names.role(fields.need("rollen"), w)).toList();
    var purposes = fields.words("doelen");
    var known = names.convenant().purposes().keySet().stream().map(p -> p.code()).sorted().toList();
    for (var purpose : purposes) {
      if (!known.contains(purpose)) {
        throw new VoorbeeldFault(fields.place("doelen"), Suggestion.unknown(purpose, known));
      }
    }
    var from = FactActions.moment(fields, "vanaf", "nu");
    var until = FactActions.moment(fields, "tot", "over 1 jaar");
    var signer = fields.tree("ondertekend door").map(names::party).orElse(party);
    return new MandateAction(
        party, supplier, signer, roles, purposes, from, until, fields.json("ruw"));
  }

  private static void fill(JsonNode array, List<String> words) {
    if (array instanceof com.fasterxml.jackson.databind.node.ArrayNode list) {
      words.forEach(list::add);
    }
  }

  private record MandateAction(
      String party,
      String supplier,
      String signer,
      List<String> roles,
      List<String> purposes,
      String from,
      String until,
      ObjectNode raw)
      implements Action {
    @Override
    public String told() {
      return "%s geeft %s een mandaat voor %s (%s)"
          .formatted(party, supplier, String.join(", ", roles), String.join(", ", purposes));
    }

    @Override
    public Observed play(Scene scene) {
      var owner = scene.partner(signer);
      var body = JsonNodeFactory.instance.objectNode();
      body.put("iss", scene.partner(party).oin().value());
      body.put("gemachtigde", scene.partner(supplier).oin().value());
      fill(body.putArray("rollen"), roles);
      fill(body.putArray("doelen"), purposes);
      body.put("geldigVanaf", FactActions.instant(from, scene));
      body.put("geldigTot", FactActions.instant(until, scene));
      body.put("jti", owner.fresh());
      body.setAll(raw);
      var seen = post(owner, "/v1/mandaten", Mandates.TYP, body);
      if (seen.succeeded()) {
        var who = new PartyAs(party, roles.getFirst());
        scene.registered(scene.label(), new Registered(seen.text("id"), who, ""));
      }
      return seen;
    }
  }

  private static Observed post(
      SimulatedPartner owner, String path, String type, ObjectNode statement) {
    var jws = owner.signed(type, statement.toString());
    return Observed.answered(owner.post(path, "application/jwt", jws));
  }

  /// @param by who takes it back; empty for the party that gave it
  private record Revocation(String mandate, String by, ObjectNode raw) implements Action {
    @Override
    public String told() {
      var who = by.isEmpty() ? "" : " door " + by;
      return "het mandaat `" + mandate + "` wordt ingetrokken" + who;
    }

    @Override
    public Observed play(Scene scene) {
      var registered = scene.registered(mandate);
      var path = "/v1/mandaten/" + registered.id() + "/intrekkingen";
      var body = raw.isEmpty() ? "" : raw.toString();
      var who = by.isEmpty() ? registered.who().party() : by;
      return Observed.answered(scene.partner(who).post(path, "application/json", body));
    }
  }

  /// Announces a key of this partner, as the runner does for every partner before the first step.
  static Observed announce(SimulatedPartner owner, ECKey key, Scene scene, String until) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("iss", owner.oin().value());
    body.set("sleutel", publicKey(key));
    body.put("geldigVanaf", FactActions.instant("1 jaar geleden", scene));
    body.put("geldigTot", until).put("jti", owner.fresh());
    return post(owner, "/v1/encryptiesleutels", EncryptionKeyDirectory.TYP, body);
  }

  private static ObjectNode publicKey(ECKey key) {
    var json = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, Object> member : key.toPublicJWK().toJSONObject().entrySet()) {
      json.put(member.getKey(), String.valueOf(member.getValue()));
    }
    return json;
  }

  private record Key(String party, String until, ObjectNode raw) implements Action {
    @Override
    public String told() {
      return party + " meldt een nieuwe encryptiesleutel aan";
    }

    @Override
    public Observed play(Scene scene) {
      var owner = scene.partner(party);
      var key = owner.newEncryptionKey();
      return announce(owner, key, scene, FactActions.instant(until, scene));
    }
  }
}
