package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/// The steps that register a fact about a child with one JSON body.
final class FactActions {
  static final ActionKind FAMILY =
      ActionKind.ofRequest("leg gezinsfeiten vast", FactActions::family);
  static final ActionKind CONDITION =
      ActionKind.ofRequest("leg voorwaarde vast", FactActions::condition);
  static final ActionKind LINK_CODE =
      ActionKind.ofRequest("maak koppelcode", FactActions::linkCode);

  private FactActions() {}

  private static Action family(Fields fields, Names names) {
    var who = names.partyAs(fields.need("door"));
    var child = names.child(fields.need("over"));
    var facts = Family.read(child, fields.with("bekend bij", fields.need("door")), names, "");
    fields.markRead(Family.KEYS);
    return new FamilyFacts(who, facts, fields.json("ruw"));
  }

  private static Action condition(Fields fields, Names names) {
    var who = names.partyAs(fields.need("door"));
    var child = names.child(fields.need("over"));
    var code = fields.text("voorwaarde");
    if (!names.convenant().conditions().containsKey(code)) {
      throw new VoorbeeldFault(
          fields.place("voorwaarde"),
          Suggestion.unknown(code, new TreeSet<>(names.convenant().conditions().keySet())));
    }
    var purpose = names.purpose(fields.need("doel"));
    var to = names.partyAs(fields.need("aan"));
    var date = fields.text("datum", "vandaag");
    fields.readMaybe("datum", w -> DutchTime.date(w, Instant.EPOCH));
    var proof = fields.text("bewijs", "gezien door de medewerker");
    return new Registering(
        "/v1/voorwaarden",
        who,
        child,
        fields.text("verwijzing", "eigen-kenmerk"),
        "%s legt vast: `%s` voor %s".formatted(who, code, child),
        (scene, body) -> {
          body.put("voorwaarde", code).put("doel", purpose).set("aan", scene.as(to));
          body.put("datum", DutchTime.date(date, scene.now()).toString());
          body.putObject("bewijs").put("gezien", proof);
        },
        fields.json("ruw"));
  }

  private static Action linkCode(Fields fields, Names names) {
    var who = names.partyAs(fields.need("door"));
    var child = names.child(fields.need("over"));
    var other = names.party(fields.need("voor"));
    var confirmed = fields.words("bevestigd door");
    return new Registering(
        "/v1/koppelcodes",
        who,
        child,
        fields.text("verwijzing", "eigen-kenmerk"),
        "%s maakt een koppelcode van %s voor %s".formatted(who, child, other),
        (scene, body) -> {
          body.putObject("voor").put("oin", scene.partner(other).oin().value());
          var persons = body.putArray("bevestigdDoor");
          for (var id : confirmed.isEmpty() ? List.of("med-12", "med-34") : confirmed) {
            persons.addObject().put("id", id).put("functie", "medewerker toegang");
          }
        },
        fields.json("ruw"),
        (scene, seen) -> scene.linked(child, other, seen.text("koppelcode")));
  }

  static String moment(Fields fields, String key, String absent) {
    fields.readMaybe(key, w -> DutchTime.moment(w, Instant.EPOCH));
    return fields.text(key, absent);
  }

  static String instant(String words, Scene scene) {
    return DutchTime.iso(DutchTime.moment(words, scene.now()));
  }

  /// What a step writes into the body it sends.
  @FunctionalInterface
  interface Writer {
    void write(Scene scene, ObjectNode body);
  }

  /// What a step keeps of the answer.
  @FunctionalInterface
  interface Keeper {
    void keep(Scene scene, Observed seen);
  }

  /// One request that registers something about a child.
  record Registering(
      String path,
      PartyAs who,
      String child,
      String reference,
      String told,
      Writer writer,
      ObjectNode raw,
      Keeper keeper)
      implements Action {
    Registering(
        String path,
        PartyAs who,
        String child,
        String reference,
        String told,
        Writer writer,
        ObjectNode raw) {
      this(path, who, child, reference, told, writer, raw, (_, _) -> {});
    }

    @Override
    public Observed play(Scene scene) {
      var body = JsonNodeFactory.instance.objectNode();
      body.set("namens", scene.as(who));
      if (!child.isEmpty()) {
        body.set("betrokkene", scene.reference(child, who.party(), reference));
      }
      writer.write(scene, body);
      body.setAll(raw);
      var seen = scene.post(who.party(), path, body);
      if (seen.succeeded()) {
        keeper.keep(scene, seen);
      }
      return seen;
    }
  }
}
