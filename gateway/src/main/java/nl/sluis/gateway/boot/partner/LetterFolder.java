package nl.sluis.gateway.boot.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.gateway.partner.AddressBook;
import nl.sluis.gateway.partner.Drawer;
import nl.sluis.gateway.partner.Ending;
import nl.sluis.gateway.partner.Letters;
import nl.sluis.gateway.partner.Line;
import nl.sluis.gateway.partner.PartnerSettings;
import nl.sluis.gateway.partner.Received;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.policies.terms.Oin;

/// The letters that a partner fetched, kept beside its messages and told to whoever fetched them.
final class LetterFolder {
  static final JsonMapper JSON = JsonMapper.builder().build();

  private final Line line;
  private final Voice voice;

  LetterFolder(Line line, Voice voice) {
    this.line = line;
    this.voice = voice;
  }

  /// Fetches those that wait for an answer, and keeps each; names each that is not what it says it
  /// is, and keeps nothing of it.
  ///
  /// @param party to whom they are addressed
  /// @return whether all could be believed
  Ending fetch(Oin party, AddressBook book) throws Stopped, IOException, InterruptedException {
    var letters = line.letters(party);
    var ending = Ending.GEDAAN;
    for (var kind : Letters.Kind.values()) {
      var told = voice.json().putArray(kind.list());
      var unread =
          letters.fetch(
              kind,
              book,
              letter -> {
                keep(letter);
                told.addObject()
                    .put("id", letter.id())
                    .put("uiterlijk", letter.entry().path("uiterlijk").asText());
                tell(letter);
              });
      for (var one : unread) {
        ending = Ending.NIET_TE_VERTROUWEN;
        told.addObject().put("id", one.id()).put("melding", one.why());
        voice.say(
            "%s %s is niet te vertrouwen en niet bewaard: %s"
                .formatted(kind.field(), one.id(), one.why()));
      }
    }
    return ending;
  }

  private void keep(Letters.Letter letter) throws IOException {
    var kept = JSON.createObjectNode();
    kept.set("bericht", letter.whole());
    kept.set("inhoud", letter.claims());
    var file = file(line.settings(), letter.kind().field(), letter.id());
    Drawer.replace(file, kept.toPrettyString());
  }

  private static Path file(PartnerSettings settings, String field, String id) {
    return settings.mail().resolve("brieven").resolve(field + "-" + id + ".json");
  }

  /// Who was asked, and in which role: as the letter says, or else the settings.
  static ObjectNode asked(PartnerSettings settings, String field, String id) throws IOException {
    var file = file(settings, field, id);
    var self = settings.self();
    var letter =
        Files.exists(file) ? JSON.readTree(Files.readString(file)) : MissingNode.getInstance();
    return JSON.createObjectNode()
        .put("oin", letter.at("/inhoud/aud").asText(self.oin().value()))
        .put("rol", letter.at("/bericht/rol").asText(self.role().code()));
  }

  private void tell(Letters.Letter letter) throws IOException {
    var field = letter.kind().field();
    var entry = letter.entry();
    var claims = letter.claims();
    voice.say(
        "%s %s (%s), uiterlijk %s%s."
            .formatted(
                field,
                letter.id(),
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
    if (letter.kind().isAnswered()) {
      var answers = new ArrayList<String>();
      claims.path("antwoorden").forEach(word -> answers.add(word.asText()));
      voice.say(
          "  Zeg wat u deed: ./sluis partner antwoord %s %s --gedaan=%s"
              .formatted(field, letter.id(), String.join("|", answers)));
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
