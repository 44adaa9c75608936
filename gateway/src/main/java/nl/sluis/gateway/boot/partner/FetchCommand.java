package nl.sluis.gateway.boot.partner;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import nl.sluis.gateway.partner.AddressBook;
import nl.sluis.gateway.partner.Drawer;
import nl.sluis.gateway.partner.Ending;
import nl.sluis.gateway.partner.Line;
import nl.sluis.gateway.partner.OwnCheck;
import nl.sluis.gateway.partner.Received;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.partner.Told;
import nl.sluis.policies.terms.PartyRole;

/// `partner ontvang`: fetches what waits, proves it, opens it, keeps it, and only then confirms.
///
/// What cannot be proved is neither kept nor confirmed; the others are fetched all the same.
final class FetchCommand {
  /// Less than the half minute after which the line itself gives up.
  private static final int LONGEST_WAIT = 25;

  private static final Duration BETWEEN = Duration.ofSeconds(2);

  private final Line line;
  private final PartyRole party;
  private final Voice voice;

  /// @param party whose post it is: of this partner itself, or of who gave it a mandate
  FetchCommand(Line line, PartyRole party, Voice voice) {
    this.line = line;
    this.party = party;
    this.voice = voice;
  }

  Ending run(Words words) throws Stopped, IOException, InterruptedException {
    if (!party.equals(line.settings().self())) {
      needMandate();
    }
    var waiting = waiting(seconds(words));
    var only = words.find("pakket");
    var parcels = voice.json().putArray("pakketten");
    var ending = Ending.GEDAAN;
    if (words.has("lijst")) {
      for (var parcel : waiting) {
        parcels.add(parcel);
        voice.say(head(parcel) + ", uiterlijk " + parcel.path("uiterlijk").asText());
      }
      return ending;
    }
    var book = line.book();
    for (var parcel : waiting) {
      if (only.isEmpty() || only.get().equals(parcel.path("id").asText())) {
        var told = parcels.addObject().put("id", parcel.path("id").asText());
        try {
          take(parcel, book, words.has("toon")).forEach(told::set);
        } catch (Stopped stopped) {
          ending = stopped.ending();
          told.put("melding", stopped.getMessage());
          voice.say(
              "%s is niet te vertrouwen, niet bewaard en niet bevestigd: %s"
                  .formatted(head(parcel), stopped.getMessage()));
        }
      }
    }
    if (waiting.isEmpty()) {
      voice.say("Er wacht geen pakket.");
    }
    if (only.isEmpty()) {
      var letters = new LetterFolder(line, voice).fetch(party.oin(), book);
      ending = letters == Ending.GEDAAN ? ending : letters;
    }
    line.known().save();
    return ending;
  }

  /// Without a mandate nothing is there, whatever waits: said here, or somebody looks in vain.
  private void needMandate() throws Stopped, IOException, InterruptedException {
    var path = "/v1/mandaten";
    for (var from = Optional.of(path); from.isPresent(); ) {
      var page = line.ask(from.get());
      for (var mandate : page.path("mandaten")) {
        if (mandate.path("partij").asText().equals(party.oin().value())
            && mandate.path("stand").asText().equals("geldt")) {
          return;
        }
      }
      from = Optional.ofNullable(page.path("volgende").textValue()).map(id -> path + "?na=" + id);
    }
    throw new Stopped(
        Ending.NIET_DOORGELATEN,
        "U hebt nu geen mandaat van " + party.oin() + "; vraag het aan die organisatie.");
  }

  private static int seconds(Words words) throws Stopped {
    var said = words.find("wacht").orElse("0");
    if (!said.matches("[0-9]{1,5}")) {
      throw new Stopped(Ending.NIET_BEGREPEN, "`--wacht` is een aantal seconden.");
    }
    return Integer.parseInt(said);
  }

  /// What waits; when that is nothing, what came within so many seconds. A gateway that lets a
  /// question wait is asked seldom, another every two seconds.
  private List<JsonNode> waiting(int seconds) throws Stopped, IOException, InterruptedException {
    var until = line.clock().instant().plusSeconds(seconds);
    while (true) {
      var asked = line.clock().instant();
      long rest = Math.clamp(Duration.between(asked, until).toSeconds(), 0, LONGEST_WAIT);
      var found = new ArrayList<JsonNode>();
      line.ask(line.about(party.oin(), rest > 0 ? "/v1/postbus?wacht=" + rest : "/v1/postbus"))
          .path("pakketten")
          .forEach(found::add);
      var now = line.clock().instant();
      if (!found.isEmpty() || !now.plus(BETWEEN).isBefore(until)) {
        return found;
      }
      if (now.isBefore(asked.plus(BETWEEN))) {
        LockSupport.parkNanos(BETWEEN.toNanos());
      }
    }
  }

  /// Takes one parcel.
  ///
  /// @return what a program reads of it
  private Map<String, JsonNode> take(JsonNode parcel, AddressBook book, boolean shows)
      throws Stopped, IOException, InterruptedException {
    var id = parcel.path("id").asText();
    var told = new LinkedHashMap<String, JsonNode>();
    if (!Drawer.isName(id)) {
      throw new Stopped(Ending.NIET_TE_VERTROUWEN, "Het pakket heeft een kenmerk dat niet kan.");
    }
    if (!line.received().has(id)) {
      var answer = line.client().handOver(id);
      if (answer.status() == 404) {
        voice.say(head(parcel) + ": is er niet meer.");
        return told;
      }
      keep(id, line.open(party, Line.answered(answer), book));
    }
    var confirmed = line.client().acknowledge(id);
    if (!confirmed.isOk() && confirmed.status() != 404) {
      throw new Stopped(Told.ending(confirmed), Told.problem(confirmed));
    }
    voice.say(head(parcel) + ": bewaard in " + line.received().at(id) + " en bevestigd.");
    findings(id).ifPresent(text -> voice.say("  Let op, bij het openen gevonden:\n" + text));
    told.put("map", voice.json().textNode(line.received().at(id).toString()));
    told.put("bevindingen", voice.json().booleanNode(findings(id).isPresent()));
    if (shows) {
      show(id, told);
    }
    return told;
  }

  private void show(String id, Map<String, JsonNode> told) throws IOException {
    var content = line.received().read(id, Received.CONTENT);
    voice.say(content);
    told.put("inhoud", LetterFolder.JSON.readTree(content));
  }

  private void keep(String id, Received received) throws IOException {
    var files = new LinkedHashMap<String, String>();
    files.put(Received.HANDED, received.handed().toPrettyString());
    files.put(Received.CONTENT, received.content().toPrettyString());
    var message = received.opened().message();
    var check = OwnCheck.of(line.settings().convenanten());
    var spoken =
        check.rule(
            message.purpose(),
            message.from(),
            message.to(),
            Optional.empty(),
            line.clock().instant());
    var found =
        spoken.isEmpty()
            ? List.of(
                "de teksten van dit convenant zijn hier niet; er is niet nagekeken wat erin staat")
            : check.findings(received.inTheClear(), message.from().oin(), spoken.get());
    if (!found.isEmpty()) {
      files.put(Received.FINDINGS, "- " + String.join("\n- ", found) + "\n");
    }
    // The sender's key is remembered before what it signed is kept: so it can be checked later.
    line.known().save();
    line.received().keep(id, files);
  }

  private Optional<String> findings(String id) throws IOException {
    return Files.exists(line.received().at(id).resolve(Received.FINDINGS))
        ? Optional.of(line.received().read(id, Received.FINDINGS).stripTrailing())
        : Optional.empty();
  }

  private static String head(JsonNode parcel) {
    return "Pakket %s van %s (%s)"
        .formatted(
            parcel.path("id").asText(),
            parcel.path("van").path("oin").asText(),
            parcel.path("doel").asText());
  }
}
