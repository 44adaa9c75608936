package nl.sluis.gateway.boot.partner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.logbook.ProvenRow;
import nl.sluis.gateway.message.MessageFault;
import nl.sluis.gateway.message.MessageVerifier;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.gateway.partner.Ending;
import nl.sluis.gateway.partner.Line;
import nl.sluis.gateway.partner.Received;
import nl.sluis.gateway.partner.Stopped;

/// `partner controleer`: is what was kept still what was signed, bound and logged? Asks nobody: it
/// believes the keys that were seen when it came, and the key of the logbook in the settings.
final class CheckCommand {
  private final Line line;
  private final Voice voice;

  CheckCommand(Line line, Voice voice) {
    this.line = line;
    this.voice = voice;
  }

  Ending run(Words words) throws Stopped, IOException {
    var folder = Path.of(words.word(0, "de map van het bewaarde bericht"));
    if (Files.exists(folder.resolve(Received.HANDED))) {
      received(folder);
    } else if (Files.exists(folder.resolve(SendCommand.MESSAGE))) {
      sent(folder);
    } else {
      throw new Stopped(Ending.NIET_BEGREPEN, "In deze map staat geen bewaard bericht.");
    }
    voice.say("In orde.");
    return Ending.GEDAAN;
  }

  private void received(Path folder) throws Stopped, IOException {
    var handed = LetterFolder.JSON.readTree(Files.readString(folder.resolve(Received.HANDED)));
    var kept = LetterFolder.JSON.readTree(Files.readString(folder.resolve(Received.CONTENT)));
    var self = line.settings().self();
    var to = AnswerCommand.party(kept.path("aan"));
    var received =
        new Received.With(
                to,
                line.keys().opening(),
                line.settings().sluis(),
                line.sluisKeys("binding"),
                line.known()::signer,
                line.clock(),
                line.logKeys(),
                true)
            .open(handed);
    var message = received.opened().message();
    signature(message);
    voice.say(
        "Sluis bond precies deze onderdelen aan %s, en legde dat eerst vast."
            .formatted(to.oin().equals(self.oin()) ? "u" : to.oin()));
    proof(handed.path("ontvangstbewijs").asText());
    if (!kept.equals(received.content())) {
      throw new Stopped(
          Ending.NIET_TE_VERTROUWEN,
          "`"
              + Received.CONTENT
              + "` zegt iets anders dan het bericht ernaast. Gebruik het bestand niet; het bericht"
              + " zelf klopt wel.");
    }
    voice.say("Wat u bewaarde is wat de afzender tekende.");
  }

  private void sent(Path folder) throws Stopped, IOException {
    var own = line.keys().signing();
    var verifier =
        new MessageVerifier(
            line.settings().sluis().oin(), SigningKeys.of(line.sluisKeys("binding")));
    var text = Files.readString(folder.resolve(SendCommand.MESSAGE));
    try {
      signature(
          verifier.verifyAtAnyTime(
              text.getBytes(StandardCharsets.US_ASCII),
              (signer, kid) ->
                  signer.equals(line.settings().self().oin()) && kid.equals(own.getKeyID())
                      ? Optional.of(own.toPublicJWK())
                      : line.known().signer(signer, kid)));
    } catch (MessageFault fault) {
      throw new Stopped(
          Ending.NIET_TE_VERTROUWEN,
          "%s: %s.".formatted(fault.code().code(), fault.code().explanation()));
    }
    if (Files.exists(folder.resolve(SendCommand.RECEIPT))) {
      proof(Files.readString(folder.resolve(SendCommand.RECEIPT)));
    } else {
      voice.say("Er is geen ontvangstbewijs bij dit bericht.");
    }
  }

  private void signature(SignedMessage message) {
    voice.json().put("getekendDoor", message.signer().value());
    voice.json().put("onderdelen", message.disclosed().size());
    voice.say(
        "Getekend door %s; %d onderdelen horen bij die handtekening."
            .formatted(message.signer(), message.disclosed().size()));
  }

  private void proof(String receipt) throws Stopped, IOException {
    var row =
        ProvenRow.check(receipt, line.logKeys())
            .orElseThrow(
                () ->
                    new Stopped(
                        Ending.NIET_TE_VERTROUWEN,
                        "Het ontvangstbewijs is veranderd, of van een ander logboek."));
    voice.json().put("rij", row.index());
    voice.say("Bewezen: rij %d van %d in het logboek.".formatted(row.index(), row.size()));
    line.witnessed(receipt).ifPresent(voice::say);
  }
}
