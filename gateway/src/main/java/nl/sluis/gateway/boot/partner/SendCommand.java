package nl.sluis.gateway.boot.partner;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import nl.sluis.gateway.client.Answer;
import nl.sluis.gateway.client.Sent;
import nl.sluis.gateway.partner.Drawer;
import nl.sluis.gateway.partner.Ending;
import nl.sluis.gateway.partner.Line;
import nl.sluis.gateway.partner.OutgoingMessage;
import nl.sluis.gateway.partner.OwnCheck;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.partner.Told;
import nl.sluis.policies.terms.PartyRole;

/// `partner stuur`: checks, seals, signs, keeps and sends one message, and keeps what came of it.
///
/// The bytes are on the disk before they go, so that after a broken line exactly those go again.
final class SendCommand {

  private static final int ATTEMPTS = 3;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
  static final String MESSAGE = "bericht.sdjwt";
  static final String RECEIPT = "ontvangstbewijs.txt";
  static final String ANSWER = "antwoord.json";

  /// Stands beside a report that goes along the road of acute danger.
  private static final String ACUTE = "acuut.txt";

  private static final String CALL =
      "Acuut gevaar: bel ook. 112, of Veilig Thuis op 0800-2000 (dag en nacht, gratis).";

  private final Line line;
  private final Voice voice;
  private final InputStream in;

  /// @param in where a message comes from that is in no file
  SendCommand(Line line, Voice voice, InputStream in) {
    this.line = line;
    this.voice = voice;
    this.in = in;
  }

  /// Sends a new message, or one again that was kept.
  Ending run(Words words) throws Stopped, IOException, InterruptedException {
    return words.has("opnieuw")
        ? deliver(again(words.need("opnieuw")))
        : deliver(
            fresh(
                words.word(0, "het bestand met het bericht, of `-`"),
                line.settings().self(),
                Optional.empty()));
  }

  /// Sends what stands in this file, by this sender to this receiver when the file names none.
  Ending run(String file, PartyRole from, PartyRole to)
      throws Stopped, IOException, InterruptedException {
    return deliver(fresh(file, from, Optional.of(to)));
  }

  private Sent again(String jti) throws Stopped, IOException {
    if (!Drawer.isName(jti) || !line.sent().has(jti)) {
      throw new Stopped(Ending.NIET_BEGREPEN, "Van dit kenmerk is geen bericht bewaard.");
    }
    return new Sent(jti, line.sent().read(jti, MESSAGE));
  }

  private Sent fresh(String file, PartyRole from, Optional<PartyRole> to)
      throws Stopped, IOException, InterruptedException {
    var settings = line.settings();
    var message = OutgoingMessage.read(text(file), from, settings.acting(), to);
    if (message.isAcute()) {
      return report(message);
    }
    var check = OwnCheck.of(settings.convenanten());
    var spoken =
        spoken(check, message)
            .orElseThrow(
                () ->
                    new Stopped(
                        Ending.NIET_DOORGELATEN,
                        "Geen convenant dat nu geldt en u beiden bindt kent dit doel van "
                            + message.from().role()
                            + " aan "
                            + message.to().role()
                            + ". Er is niets gestuurd."));
    var faults = check.faults(message, spoken);
    if (!faults.isEmpty()) {
      faults.forEach(voice.json().withArray("/nagekeken")::add);
      throw new Stopped(
          Ending.NIET_DOORGELATEN,
          "Volgens regel %s van %s klopt dit niet; er is niets gestuurd:\n- %s"
              .formatted(spoken.rule().id(), spoken.convenant().id(), String.join("\n- ", faults)));
    }
    var sent = sign(message, spoken);
    line.sent().keep(sent.jti(), Map.of(MESSAGE, sent.text()));
    return sent;
  }

  private Optional<OwnCheck.Spoken> spoken(OwnCheck check, OutgoingMessage message) {
    return check.rule(
        message.purpose(),
        message.from(),
        message.to(),
        message.convenant(),
        line.clock().instant());
  }

  /// Danger waits for nothing that is looked at here: no rule, no form, no seal (P5). What can be
  /// sealed is.
  private Sent report(OutgoingMessage message) throws Stopped, IOException, InterruptedException {
    voice.say(CALL);
    var draft = message.draft(line.messages());
    var key = receiversKey(message);
    var spoken = spoken(OwnCheck.of(line.settings().convenanten()), message);
    message
        .categories()
        .forEach(
            (category, content) -> {
              if (key.isPresent() && spoken.filter(says -> says.seals(category)).isPresent()) {
                draft.sealed(category, content, key.get());
              } else {
                draft.category(category, content);
              }
            });
    var sent = draft.sign();
    line.sent().keep(sent.jti(), Map.of(MESSAGE, sent.text(), ACUTE, CALL + "\n"));
    return sent;
  }

  private Optional<ECKey> receiversKey(OutgoingMessage message) throws InterruptedException {
    try {
      return line.book().sealing(message.to().oin(), line.clock().instant());
    } catch (Stopped | IOException _) {
      return Optional.empty();
    }
  }

  private String text(String file) throws Stopped {
    try {
      return file.equals("-")
          ? new String(in.readAllBytes(), StandardCharsets.UTF_8)
          : Files.readString(Path.of(file));
    } catch (IOException _) {
      throw new Stopped(Ending.NIET_BEGREPEN, "Het bestand met het bericht is niet te lezen.");
    }
  }

  private Sent sign(OutgoingMessage message, OwnCheck.Spoken spoken)
      throws Stopped, IOException, InterruptedException {
    var book = line.book();
    var draft = message.draft(line.messages());
    return message.signed(draft, spoken, book, line.clock().instant());
  }

  private Ending deliver(Sent sent) throws Stopped, IOException, InterruptedException {
    voice.json().put("jti", sent.jti());
    var answer = untilAnswered(sent);
    var ending = Told.ending(answer);
    voice.json().put("status", answer.status()).set("antwoord", answer.body());
    if (ending == Ending.NU_NIET) {
      throw new Stopped(Ending.NU_NIET, Told.problem(answer) + "\n" + repeat(sent));
    }
    line.sent().add(sent.jti(), ANSWER, answer.body().toPrettyString());
    var brought = answer.body().path("melding").path("uitleg").asText("");
    if (!brought.isEmpty()) {
      voice.say(brought);
    }
    if (!answer.body().has("uitkomst") && brought.isEmpty()) {
      throw new Stopped(ending, Told.problem(answer));
    }
    if (answer.body().has("uitkomst")) {
      Told.decision(answer.body()).forEach(voice::say);
    }
    var receipt = answer.body().path("ontvangstbewijs").asText("");
    if (!receipt.isEmpty()) {
      line.sent().add(sent.jti(), RECEIPT, receipt);
      var row = line.prove(receipt);
      voice.json().put("rij", row.index());
      voice.say("Bewezen: rij %d van %d in het logboek.".formatted(row.index(), row.size()));
      line.witnessed(receipt).ifPresent(voice::say);
    }
    voice.say("Bewaard in: " + line.sent().at(sent.jti()));
    return ending;
  }

  /// The same bytes again when nothing is known of them; Sluis answers them once.
  private Answer untilAnswered(Sent sent) throws Stopped, InterruptedException {
    boolean acute = Files.exists(line.sent().at(sent.jti()).resolve(ACUTE));
    for (int attempt = 1; ; attempt++) {
      var pause = Duration.ofSeconds(attempt);
      try {
        var answer = acute ? line.client().sendAcute(sent) : line.client().send(sent);
        boolean busy = answer.status() == 429 || answer.status() == 503;
        boolean stale = answer.status() == 401;
        if (attempt == ATTEMPTS || !(busy || stale)) {
          return answer;
        }
        if (stale) {
          line.client().forgetToken();
        }
        pause = stale ? Duration.ZERO : wish(answer, pause);
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw new Stopped(
              Ending.NU_NIET, "Sluis gaf geen antwoord: " + cause(e) + "\n" + repeat(sent));
        }
      }
      LockSupport.parkNanos(pause.toNanos());
    }
  }

  private static Duration wish(Answer answer, Duration otherwise) {
    var wished =
        answer
            .header("Retry-After")
            .filter(text -> text.matches("[0-9]{1,4}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)))
            .orElse(otherwise);
    return wished.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wished;
  }

  /// What went wrong on the line; it never holds content.
  static String cause(IOException e) {
    return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
  }

  private static String repeat(Sent sent) {
    return "Het bericht is bewaard. Stuur binnen een uur hetzelfde nog eens met `--opnieuw="
        + sent.jti()
        + "`; er gebeurt niets dubbel.";
  }
}
