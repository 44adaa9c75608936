package nl.sluis.gateway.boot.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.peer.CompactJws;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.policies.terms.Oin;

/// What Sluis and others ask of a partner besides messages: to stop, to put right, to take back.
/// Each is signed; what is not signed by whom it should be is not kept.
///
/// Fetching answers nothing: what was done with it, a person says with `antwoord`.
final class Letters {
  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST = 16_384;

  private final Line line;
  private final Voice voice;

  Letters(Line line, Voice voice) {
    this.line = line;
    this.voice = voice;
  }

  /// One kind of letter.
  ///
  /// @param list where they are listed, which is also the name of the list
  /// @param id by which name one is known
  /// @param own whether each has an address of its own
  /// @param field where the signed text stands
  /// @param answer with which word it is answered
  private record Kind(String list, String id, boolean own, String field, String answer) {
    String typ() {
      return "sluis-" + field + "+jwt";
    }

    boolean isOfSluis() {
      return !field.equals("retour");
    }
  }

  private static final List<Kind> KINDS =
      List.of(
          new Kind("stopberichten", "id", true, "stopbericht", "stopbericht"),
          new Kind("rechtzettingen", "transactie", false, "rechtzetting", "rechtzetting"),
          new Kind("ontvangersberichten", "id", true, "ontvangersbericht", "ontvangersbericht"),
          new Kind("retouren", "id", false, "retour", ""));

  /// Fetches those that wait for an answer, and keeps each.
  void fetch(AddressBook book) throws Stopped, IOException, InterruptedException {
    for (var kind : KINDS) {
      var told = voice.json().putArray(kind.list());
      for (var entry : line.ask("/v1/" + kind.list()).path(kind.list())) {
        var id = entry.path(kind.id()).asText();
        if (!Drawer.isName(id)) {
          throw new Stopped(Ending.NIET_TE_VERTROUWEN, "Een brief heeft een kenmerk dat niet kan.");
        }
        var whole = kind.own() ? line.ask("/v1/" + kind.list() + "/" + id) : entry;
        var claims = verify(kind, whole.path(kind.field()).asText(), book);
        keep(kind, id, whole, claims);
        told.addObject().put("id", id).put("uiterlijk", entry.path("uiterlijk").asText());
        tell(kind, id, entry, claims);
      }
    }
  }

  private JsonNode verify(Kind kind, String text, AddressBook book) throws Stopped {
    try {
      var jws = CompactJws.parse(text, LONGEST);
      var issuer = jws.text("iss");
      boolean ours = issuer.equals(line.settings().sluis().oin().value());
      var key = kind.isOfSluis() ? ofSluis(jws.kid(), ours) : ofPartner(book, issuer, jws.kid());
      if (key.isPresent() && jws.typ().equals(kind.typ()) && isForUs(kind, jws)) {
        jws.verifyWith(key.get());
        return jws.payload();
      }
    } catch (JwsFault _) {
      // Said below: whatever is wrong, it is not what it says it is.
    }
    throw new Stopped(
        Ending.NIET_TE_VERTROUWEN,
        "Een "
            + kind.field()
            + " is niet getekend door wie dat moet, of niet voor u; doe er niets mee en bel"
            + " Sluis.");
  }

  private boolean isForUs(Kind kind, CompactJws jws) throws JwsFault {
    return !kind.isOfSluis() || jws.text("aud").equals(line.settings().self().oin().value());
  }

  private Optional<JWK> ofSluis(String kid, boolean ours) {
    return ours
        ? line.sluisKeys("mededeling").stream()
            .filter(key -> kid.equals(key.getKeyID()))
            .findFirst()
            .map(key -> (JWK) new ECKey.Builder(key).algorithm(JWSAlgorithm.ES256).build())
        : Optional.empty();
  }

  private static Optional<JWK> ofPartner(AddressBook book, String issuer, String kid) {
    return Oin.isOin(issuer) ? book.key(new Oin(issuer), kid) : Optional.empty();
  }

  private void keep(Kind kind, String id, JsonNode whole, JsonNode claims) throws IOException {
    var letter = JSON.createObjectNode();
    letter.set("bericht", whole);
    letter.set("inhoud", claims);
    Drawer.replace(file(line.settings(), kind.field(), id), letter.toPrettyString());
  }

  private static Path file(PartnerSettings settings, String field, String id) {
    return settings.mail().resolve("brieven").resolve(field + "-" + id + ".json");
  }

  /// In which role this partner was asked: that of the letter, or else that of the settings.
  static String role(PartnerSettings settings, String field, String id) throws IOException {
    var file = file(settings, field, id);
    var own = settings.self().role().code();
    return Files.exists(file)
        ? JSON.readTree(Files.readString(file)).at("/bericht/rol").asText(own)
        : own;
  }

  private void tell(Kind kind, String id, JsonNode entry, JsonNode claims) throws IOException {
    voice.say(
        "%s %s (%s), uiterlijk %s%s."
            .formatted(
                kind.field(),
                id,
                entry.path("doel").asText(entry.path("wat").asText()),
                entry.path("uiterlijk").asText(),
                entry.path("teLaat").asBoolean() ? ", te laat" : ""));
    if (claims.hasNonNull("gevraagd")) {
      voice.say("  " + claims.path("gevraagd").asText());
    }
    var folders = folders(claims);
    if (!folders.isEmpty()) {
      voice.say("  Het gaat over wat u bewaarde in: " + String.join(", ", folders));
    }
    if (!kind.answer().isEmpty()) {
      var answers = new ArrayList<String>();
      claims.path("antwoorden").forEach(word -> answers.add(word.asText()));
      voice.say(
          "  Zeg wat u deed: ./sluis partner antwoord %s %s --gedaan=%s"
              .formatted(kind.answer(), id, String.join("|", answers)));
    }
  }

  /// Where what it is about was kept here.
  private List<String> folders(JsonNode claims) throws IOException {
    var about = new ArrayList<String>();
    claims.path("transacties").forEach(one -> about.add(one.asText()));
    if (claims.hasNonNull("transactie")) {
      about.add(claims.path("transactie").asText());
    }
    var folders = new ArrayList<String>();
    for (var name : line.received().names()) {
      var content = JSON.readTree(line.received().read(name, Received.CONTENT));
      if (about.contains(content.path("transactie").asText())) {
        folders.add(line.received().at(name).toString());
      }
    }
    return folders;
  }
}
