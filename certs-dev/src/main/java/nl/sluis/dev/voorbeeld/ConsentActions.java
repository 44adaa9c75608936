package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.sluis.dev.voorbeeld.FactActions.Registering;
import nl.sluis.dev.voorbeeld.Scene.Registered;
import nl.sluis.policies.terms.DataCategory;

/// The steps in which people say yes, no, or no longer.
final class ConsentActions {
  private static final Set<String> STATEMENTS =
      new TreeSet<>(List.of("gegeven", "geweigerd", "uitgesteld", "betwist", "hersteld"));
  private static final String QUESTION =
      "Mag de school dit met de genoemde organisatie delen? U mag nee zeggen.";

  static final ActionKind CONSENT =
      ActionKind.ofRequest("leg toestemming vast", ConsentActions::consent);
  static final ActionKind STATEMENT =
      ActionKind.ofRequest("voeg verklaring toe", ConsentActions::statement);
  static final ActionKind WITHDRAWAL =
      ActionKind.ofRequest("trek toestemming in", ConsentActions::withdrawal);

  private ConsentActions() {}

  private static Action consent(Fields fields, Names names) {
    var from = names.partyAs(fields.need("van"));
    var to = names.partyAs(fields.need("aan"));
    var who = fields.has("door") ? names.partyAs(fields.need("door")) : from;
    var purpose = names.purpose(fields.need("doel"));
    var child = names.child(fields.need("over"));
    var categories = names.categories(fields.need("categorieen"));
    fields.readMaybe("tot", w -> DutchTime.date(w, Instant.EPOCH));
    var until = fields.text("tot", "over 6 maanden");
    boolean once = fields.yes("eenmalig", false);
    var function = fields.text("functie", "doorbreking-geheimhouding");
    var statements = Statements.read(fields);
    return new Registering(
        "/v1/toestemmingen",
        who,
        child,
        fields.text("verwijzing", "eigen-kenmerk"),
        "%s legt toestemming vast van %s, over %s, van %s aan %s"
            .formatted(who.party(), statements.people(), child, from, to),
        (scene, body) -> {
          body.put("doel", purpose);
          body.set("van", scene.as(from));
          body.set("aan", scene.as(to));
          putCategories(body, categories);
          body.put("juridischeFunctie", function);
          body.put("geldigTot", DutchTime.date(until, scene.now()).toString())
              .put("eenmalig", once);
          body.putObject("tekst")
              .put("versie", "nl-b1-1")
              .put("hash", sha256(QUESTION))
              .put("taal", "nl");
          statements.write(body, scene);
        },
        fields.json("ruw"),
        (scene, seen) ->
            scene.registered(scene.label(), new Registered(seen.text("id"), who, child)));
  }

  private static Action statement(Fields fields, Names names) {
    var consent = names.step(fields.need("toestemming"), CONSENT.name());
    var person = fields.text("persoon");
    var said = fields.text("uitspraak");
    if (!STATEMENTS.contains(said)) {
      throw new VoorbeeldFault(fields.place("uitspraak"), Suggestion.unknown(said, STATEMENTS));
    }
    var channel = fields.text("kanaal", "mondeling");
    var code = fields.text("aanwezig met", "");
    var raw = fields.json("ruw");
    var by = fields.tree("door").map(tree -> List.of(names.partyAs(tree))).orElse(List.of());
    return new Following(
        "/v1/toestemmingen/{id}/verklaringen",
        consent,
        by,
        "%s zegt bij `%s`: %s".formatted(person, consent, said),
        (scene, body) -> {
          Statements.fill(body, person, said, channel, false, scene);
          var child = scene.registered(consent).child();
          PresenceActions.put((ObjectNode) body.get("bewijs"), code, scene, child, person);
        },
        raw);
  }

  private static Action withdrawal(Fields fields, Names names) {
    var consent = names.step(fields.need("toestemming"), CONSENT.name());
    var person = fields.text("persoon");
    var channel = fields.text("kanaal", "mondeling");
    var categories = fields.tree("categorieen").map(names::categories).orElse(List.of());
    var raw = fields.json("ruw");
    var by = fields.tree("door").map(tree -> List.of(names.partyAs(tree))).orElse(List.of());
    return new Following(
        "/v1/toestemmingen/{id}/intrekkingen",
        consent,
        by,
        "%s trekt `%s` in".formatted(person, consent),
        (scene, body) -> {
          body.put("persoon", person).put("kanaal", channel);
          body.put("tijdstip", DutchTime.iso(scene.now()));
          if (!categories.isEmpty()) {
            putCategories(body, categories);
          }
        },
        raw);
  }

  private static void putCategories(ObjectNode body, List<DataCategory> categories) {
    var array = body.putArray("categorieen");
    categories.forEach(category -> array.add(category.name()));
  }

  /// SHA-256 of the question as it was shown.
  static String textHash() {
    return sha256(QUESTION);
  }

  static String sha256(String text) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  /// A request about something that an earlier step registered.
  ///
  /// @param path with `{id}` where the identifier belongs
  /// @param earlier the label of that step
  /// @param by who asks; when empty, who registered it
  /// @param told the sentence of the report
  /// @param writer fills the body
  /// @param raw what the scenario puts over the body
  record Following(
      String path,
      String earlier,
      List<PartyAs> by,
      String told,
      FactActions.Writer writer,
      ObjectNode raw)
      implements Action {
    @Override
    public Observed play(Scene scene) {
      var registered = scene.registered(earlier);
      var who = by.isEmpty() ? registered.who() : by.getFirst();
      var body = JsonNodeFactory.instance.objectNode();
      body.set("namens", scene.as(who));
      writer.write(scene, body);
      body.setAll(raw);
      return scene.post(who.party(), path.replace("{id}", registered.id()), body);
    }
  }

  /// Who said what when a consent is registered.
  ///
  /// @param given who said yes
  /// @param refused who said no
  /// @param deferred who will think about it
  /// @param channel how it was said
  /// @param otherAgrees whether the other parent's agreement was noted
  record Statements(
      List<String> given,
      List<String> refused,
      List<String> deferred,
      String channel,
      boolean otherAgrees) {
    static Statements read(Fields fields) {
      return new Statements(
          fields.words("gegeven door"),
          fields.words("geweigerd door"),
          fields.words("uitgesteld door"),
          fields.text("kanaal", "papier"),
          fields.yes("akkoord andere ouder", false));
    }

    String people() {
      var all = new java.util.ArrayList<>(given);
      refused.forEach(person -> all.add(person + " (nee)"));
      deferred.forEach(person -> all.add(person + " (later)"));
      return String.join(" en ", all);
    }

    void write(ObjectNode body, Scene scene) {
      var array = body.putArray("verklaringen");
      given.forEach(p -> fill(array.addObject(), p, "gegeven", channel, otherAgrees, scene));
      refused.forEach(p -> fill(array.addObject(), p, "geweigerd", channel, false, scene));
      deferred.forEach(p -> fill(array.addObject(), p, "uitgesteld", channel, false, scene));
    }

    static void fill(
        ObjectNode statement,
        String person,
        String said,
        String channel,
        boolean otherAgrees,
        Scene scene) {
      statement.put("persoon", person).put("uitspraak", said).put("kanaal", channel);
      statement.put("tijdstip", DutchTime.iso(scene.now()));
      if (otherAgrees) {
        statement.put("akkoordAndereOuder", true);
      }
      statement.put("gevolgenVanNeeUitgelegd", true).put("intrekkenUitgelegd", true);
      proof(statement.putObject("bewijs"), channel, person);
    }

    /// How it is known what somebody said.
    static void proof(ObjectNode proof, String channel, String person) {
      proof.putObject("vastgelegdDoor").put("id", "med-77").put("functie", "intern begeleider");
      proof.putObject("tweedePersoon").put("id", "med-78").put("functie", "leerkracht");
      proof.put("gevraagd", QUESTION).put("aanwezig", person);
      if (channel.equals("papier")) {
        proof.put("documentHash", sha256("formulier van " + person));
      }
    }
  }
}
