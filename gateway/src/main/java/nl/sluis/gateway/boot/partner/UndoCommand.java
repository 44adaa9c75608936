package nl.sluis.gateway.boot.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import nl.sluis.gateway.client.Statement;
import nl.sluis.gateway.message.Base64Url;
import nl.sluis.gateway.partner.Drawer;
import nl.sluis.gateway.partner.Ending;
import nl.sluis.gateway.partner.Line;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.partner.Told;
import nl.sluis.gateway.peer.CompactJws;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.gateway.terugroeping.ReversalKind;

/// `partner terugroep`, `partner rectificeer` and `partner retour`: what a person decided to undo,
/// as a statement of this partner.
///
/// The statement is on the disk before it goes, so that after a broken line exactly that one goes
/// again; one exchange is undone once. The reason is a word from a list and no text.
final class UndoCommand {
  private static final int LONGEST = 8192;
  private static final String REPLACED_BY = "vervangenDoor";

  private final Line line;
  private final Voice voice;

  UndoCommand(Line line, Voice voice) {
    this.line = line;
    this.voice = voice;
  }

  /// @param name what it is about: an exchange by its number or by the name under which it was
  ///   kept, or a parcel
  Ending run(ReversalKind kind, String name, Words words)
      throws Stopped, IOException, InterruptedException {
    var about = about(kind, name);
    if (words.has("stand")) {
      return standing(kind, about);
    }
    var kept = statement(kind, about);
    var signed = kept(kept);
    if (signed.isEmpty()) {
      signed = Optional.of(sign(kind, about, words));
      Drawer.replace(kept, signed.get());
    }
    var answer = line.client().post(path(kind, about), "application/jwt", signed.get());
    if (!answer.isOk() && Told.ending(answer) != Ending.NU_NIET) {
      // It was not taken: the next one may say something else.
      Files.deleteIfExists(kept);
    }
    var body = Line.answered(answer);
    Drawer.replace(answer(kind, about), body.toPrettyString());
    voice.json().set("antwoord", body);
    var receipt = body.path("ontvangstbewijs").asText("");
    if (!receipt.isEmpty()) {
      var row = line.prove(receipt);
      voice.json().put("rij", row.index());
    }
    tell(kind, about, body);
    return Ending.GEDAAN;
  }

  private String about(ReversalKind kind, String name) throws Stopped, IOException {
    if (!Drawer.isName(name)) {
      throw new Stopped(Ending.NIET_BEGREPEN, "Dit kenmerk kan niet.");
    }
    return kind == ReversalKind.RETOUR ? name : exchange(name);
  }

  /// The number of an exchange, for who knows it by the folder in which the message was kept.
  private String exchange(String name) throws Stopped, IOException {
    if (!line.sent().has(name)) {
      return name;
    }
    var file = line.sent().at(name).resolve(SendCommand.ANSWER);
    var number =
        Files.exists(file)
            ? LetterFolder.JSON.readTree(Files.readString(file)).path("transactie").asText("")
            : "";
    if (!Drawer.isName(number)) {
      throw new Stopped(Ending.NIET_BEGREPEN, "Van dit bericht is geen antwoord bewaard.");
    }
    return number;
  }

  private static String path(ReversalKind kind, String about) {
    return switch (kind) {
      case TERUGROEPING -> "/v1/berichten/" + about + "/terugroepingen";
      case RECTIFICATIE -> "/v1/berichten/" + about + "/rectificaties";
      case RETOUR -> "/v1/postbus/" + about + "/retouren";
    };
  }

  private Path statement(ReversalKind kind, String about) {
    return folder().resolve(kind.code() + "-" + about + ".jwt");
  }

  private Path answer(ReversalKind kind, String about) {
    return folder().resolve(kind.code() + "-" + about + ".antwoord.json");
  }

  private Path folder() {
    return line.settings().mail().resolve("verklaringen");
  }

  private static Optional<String> kept(Path file) throws IOException {
    return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
  }

  private String sign(ReversalKind kind, String about, Words words) throws Stopped, IOException {
    var reason = words.need("reden");
    if (!kind.reasons().contains(reason)) {
      throw new Stopped(
          Ending.NIET_BEGREPEN,
          "Kies achter `--reden` een van: " + String.join(", ", kind.reasons()) + ".");
    }
    var claims = JsonNodeFactory.instance.objectNode();
    claims.put("iss", line.settings().self().oin().value()).put("jti", fresh());
    claims.put("op", line.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString());
    claims.put(kind.about(), about).put("reden", reason).put("functie", words.need("functie"));
    complete(kind, claims, words);
    return Statement.sign(line.keys().signing(), kind.type(), claims);
  }

  private void complete(ReversalKind kind, ObjectNode claims, Words words)
      throws Stopped, IOException {
    switch (kind) {
      case TERUGROEPING -> {}
      case RECTIFICATIE ->
          claims.put(REPLACED_BY, about(ReversalKind.TERUGROEPING, words.need("door")));
      case RETOUR -> claims.put("nietsBewaard", true);
    }
  }

  private static String fresh() {
    var bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return Base64Url.encode(bytes);
  }

  private void tell(ReversalKind kind, String about, JsonNode body) throws IOException {
    switch (body.path("gevolg").asText()) {
      case "ingehouden" ->
          voice.say("Ingehouden: het wordt niet meer uitgereikt. De ontvanger merkt er niets van.");
      case "gevraagd" ->
          voice.say(
              "De ontvanger heeft het al. Er staat een verzoek voor hem klaar, met antwoord"
                  + " uiterlijk"
                  + " %s.\nHoe het ermee staat: ./sluis partner %s %s --stand"
                      .formatted(body.path("uiterlijk").asText(), command(kind), about));
      default ->
          voice.say(
              "Teruggegeven. U zei dat u niets bewaart: wis ook `"
                  + line.received().at(about)
                  + "`.");
    }
    replaced(kind, about).ifPresent(other -> voice.say("In de plaats komt bericht " + other + "."));
  }

  private static String command(ReversalKind kind) {
    return switch (kind) {
      case TERUGROEPING -> "terugroep";
      case RECTIFICATIE -> "rectificeer";
      case RETOUR -> "retour";
    };
  }

  private Optional<String> replaced(ReversalKind kind, String about) throws IOException {
    try {
      var signed = CompactJws.parse(Files.readString(statement(kind, about)), LONGEST);
      return Optional.ofNullable(signed.payload().path(REPLACED_BY).textValue());
    } catch (JwsFault _) {
      return Optional.empty();
    }
  }

  /// What became of it, by the number that stands in the answer that was kept.
  private Ending standing(ReversalKind kind, String about)
      throws Stopped, IOException, InterruptedException {
    var file = answer(kind, about);
    if (kind == ReversalKind.RETOUR || !Files.exists(file)) {
      throw new Stopped(
          Ending.NIET_BEGREPEN, "Hierover is geen antwoord op een terugroeping bewaard.");
    }
    var id = LetterFolder.JSON.readTree(Files.readString(file)).path("id").asText("");
    var stands = line.ask("/v1/terugroepingen/" + (Drawer.isName(id) ? id : "-"));
    voice.json().set("antwoord", stands);
    voice.say(told(stands));
    return Ending.GEDAAN;
  }

  private static String told(JsonNode stands) {
    var answered = stands.path("antwoord");
    if (answered.hasNonNull("gedaan")) {
      return "De ontvanger zei op %s: %s."
          .formatted(answered.path("op").asText(), answered.path("gedaan").asText());
    }
    return stands.path("gevolg").asText().equals("gevraagd")
        ? "De ontvanger antwoordde nog niet; uiterlijk %s%s."
            .formatted(
                stands.path("uiterlijk").asText(),
                stands.path("teLaat").asBoolean() ? ", te laat" : "")
        : "Ingehouden: het wordt niet meer uitgereikt.";
  }
}
