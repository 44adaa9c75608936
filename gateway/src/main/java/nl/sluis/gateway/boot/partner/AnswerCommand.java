package nl.sluis.gateway.boot.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import nl.sluis.gateway.partner.Drawer;
import nl.sluis.gateway.partner.Ending;
import nl.sluis.gateway.partner.Line;
import nl.sluis.gateway.partner.Received;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.terugroeping.ReversalKind;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// `partner antwoord`: says what was done with a letter, gives a parcel back, or answers a message
/// with a message. What a person decided is said by that person's words in the options.
final class AnswerCommand {
  private final Line line;
  private final Voice voice;
  private final InputStream in;

  AnswerCommand(Line line, Voice voice, InputStream in) {
    this.line = line;
    this.voice = voice;
    this.in = in;
  }

  Ending run(Words words) throws Stopped, IOException, InterruptedException {
    var what = words.word(0, "waarop u antwoordt");
    var id = words.word(1, "het kenmerk");
    if (!Drawer.isName(id)) {
      throw new Stopped(Ending.NIET_BEGREPEN, "Dit kenmerk kan niet.");
    }
    return switch (what) {
      case "stopbericht" -> confirm("/v1/stopberichten/", id, done(what, id, words));
      case "rechtzetting" -> confirm("/v1/rechtzettingen/", id, withFunction(what, id, words));
      case "ontvangersbericht" ->
          confirm("/v1/ontvangersberichten/", id, withFunction(what, id, words));
      case "retour" -> new UndoCommand(line, voice).run(ReversalKind.RETOUR, id, words);
      case "bericht" -> message(id, words);
      default ->
          throw new Stopped(
              Ending.NIET_BEGREPEN,
              "Kies stopbericht, rechtzetting, ontvangersbericht, retour of bericht.");
    };
  }

  private ObjectNode done(String what, String id, Words words) throws Stopped, IOException {
    var body = JsonNodeFactory.instance.objectNode();
    body.set("namens", LetterFolder.asked(line.settings(), what, id));
    body.put("gedaan", words.need("gedaan"));
    if (words.has("wet")) {
      body.putObject("grond").put("wet", words.need("wet")).put("artikel", words.need("artikel"));
    }
    return body;
  }

  private ObjectNode withFunction(String what, String id, Words words) throws Stopped, IOException {
    return done(what, id, words).put("functie", words.need("functie"));
  }

  private Ending confirm(String path, String id, ObjectNode body)
      throws Stopped, IOException, InterruptedException {
    Line.answered(line.client().post(path + id + "/bevestigingen", body));
    voice.say("Uw antwoord is vastgelegd.");
    return Ending.GEDAAN;
  }

  /// A message to whom a kept one came from, from who received it and in that role.
  private Ending message(String id, Words words) throws Stopped, IOException, InterruptedException {
    if (!line.received().has(id)) {
      throw new Stopped(Ending.NIET_BEGREPEN, "Dit pakket is hier niet bewaard.");
    }
    var content = LetterFolder.JSON.readTree(line.received().read(id, Received.CONTENT));
    var file = words.word(2, "het bestand met het bericht, of `-`");
    return new SendCommand(line, voice, in)
        .run(file, party(content.path("aan")), party(content.path("van")));
  }

  /// Who stands here in a kept message.
  static PartyRole party(JsonNode node) throws Stopped {
    var role = Role.of(node.path("rol").asText());
    var oin = node.path("oin").asText();
    if (role.isEmpty() || !Oin.isOin(oin)) {
      throw new Stopped(
          Ending.NIET_BEGREPEN, "Het bewaarde bericht noemt niet van wie het is, of aan wie.");
    }
    return new PartyRole(new Oin(oin), role.get());
  }
}
