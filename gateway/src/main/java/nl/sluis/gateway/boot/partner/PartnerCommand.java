package nl.sluis.gateway.boot.partner;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.sluis.gateway.keys.CryptoProvider;
import nl.sluis.gateway.partner.Ending;
import nl.sluis.gateway.partner.Line;
import nl.sluis.gateway.partner.PartnerSettings;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.terugroeping.ReversalKind;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// `sluis partner stuur | ontvang | antwoord | terugroep | rectificeer | retour | intrekken |
/// controleer`: a partner's own client. Needs no database and nothing of the development part; what
/// it prints is Dutch.
///
/// Content comes from a file or a stream and goes to files that only their owner reads: it is never
/// among the arguments, and on the screen only when that is asked for. Five endings, see `USE`.
public final class PartnerCommand {
  private static final String USE =
      """
      Gebruik: sluis partner stuur --config=partner.yaml BERICHT.yaml      of `-` voor wat binnenkomt
               sluis partner stuur --config=partner.yaml --opnieuw=KENMERK  na een verbroken verbinding
               sluis partner ontvang --config=partner.yaml [--lijst] [--pakket=ID] [--wacht=SECONDEN] [--toon] [--namens=OIN]
               sluis partner antwoord --config=partner.yaml stopbericht ID --gedaan=WAT [--wet=W --artikel=A]
               sluis partner antwoord --config=partner.yaml rechtzetting TRANSACTIE --gedaan=WAT --functie=F
               sluis partner antwoord --config=partner.yaml ontvangersbericht ID --gedaan=WAT --functie=F
               sluis partner antwoord --config=partner.yaml retour PAKKET --reden=WAAROM --functie=F
               sluis partner antwoord --config=partner.yaml bericht PAKKET BERICHT.yaml
               sluis partner terugroep --config=partner.yaml TRANSACTIE --reden=WAAROM --functie=F
               sluis partner rectificeer --config=partner.yaml TRANSACTIE --door=TRANSACTIE --reden=WAAROM --functie=F
               sluis partner terugroep | rectificeer --config=partner.yaml TRANSACTIE --stand
               sluis partner retour --config=partner.yaml PAKKET --reden=WAAROM --functie=F
               sluis partner intrekken --config=partner.yaml KID            een encryptiesleutel die kwijt is
               sluis partner controleer --config=partner.yaml MAP
      Overal: --json voor programma's. Uitkomst: 0 gedaan en bewezen, 1 niet doorgelaten, 2 niet begrepen,
      3 nu niet (nog eens mag), 4 niet te vertrouwen. Uitleg: docs/partner.md.\
      """;

  /// Kept, for a logger that nobody holds forgets its level: our forms have words of their own, and
  /// whoever sends a message need not hear of it.
  private static final Logger FORMS = Logger.getLogger("com.networknt.schema");

  private static final Set<String> FLAGS = Set.of("json", "lijst", "toon", "stand");

  private final PrintStream out;
  private final PrintStream err;
  private final InputStream in;
  private final InstantSource clock;

  /// @param out where it says what was done
  /// @param err where it says what stands in the way
  /// @param in where a message comes from that is in no file
  /// @param clock what time it is
  public PartnerCommand(PrintStream out, PrintStream err, InputStream in, InstantSource clock) {
    this.out = out;
    this.err = err;
    this.in = in;
    this.clock = clock;
  }

  /// Runs one command.
  ///
  /// @param args what was typed after `partner`
  /// @return one of the five endings
  public int run(List<String> args) throws InterruptedException {
    var voice = new Voice(out, err, args.contains("--json"));
    FORMS.setLevel(Level.SEVERE);
    try {
      CryptoProvider.install();
      return voice.end(run(args.isEmpty() ? "" : args.getFirst(), args, voice));
    } catch (Stopped stopped) {
      voice.fault(String.valueOf(stopped.getMessage()));
      return voice.end(stopped.ending());
    } catch (IOException e) {
      voice.fault("Dit lukt nu niet: " + SendCommand.cause(e));
      return voice.end(Ending.NU_NIET);
    } catch (UncheckedIOException e) {
      voice.fault("Dit lukt nu niet: Sluis geeft geen antwoord (" + e.getMessage() + ").");
      return voice.end(Ending.NU_NIET);
    }
  }

  private Ending run(String command, List<String> args, Voice voice)
      throws Stopped, IOException, InterruptedException {
    var known =
        switch (command) {
          case "stuur" -> Set.of("config", "opnieuw");
          case "ontvang" -> Set.of("config", "wacht", "pakket", "namens");
          case "antwoord" -> Set.of("config", "gedaan", "functie", "wet", "artikel", "reden");
          case "terugroep", "retour" -> Set.of("config", "reden", "functie");
          case "rectificeer" -> Set.of("config", "reden", "functie", "door");
          case "controleer", "intrekken" -> Set.of("config");
          default -> throw new Stopped(Ending.NIET_BEGREPEN, USE);
        };
    var words = Words.of(args.subList(1, args.size()), known, FLAGS);
    if (!words.has("config")) {
      throw new Stopped(Ending.NIET_BEGREPEN, USE);
    }
    var settings = PartnerSettings.read(Path.of(words.need("config")));
    try (var line = Line.open(settings, clock)) {
      return switch (command) {
        case "stuur" -> new SendCommand(line, voice, in).run(words);
        case "ontvang" -> new FetchCommand(line, party(words, settings.self()), voice).run(words);
        case "antwoord" -> new AnswerCommand(line, voice, in).run(words);
        case "terugroep" -> undo(ReversalKind.TERUGROEPING, line, voice, words);
        case "rectificeer" -> undo(ReversalKind.RECTIFICATIE, line, voice, words);
        case "retour" -> undo(ReversalKind.RETOUR, line, voice, words);
        case "intrekken" -> new WithdrawCommand(line, voice).run(words);
        default -> new CheckCommand(line, voice).run(words);
      };
    }
  }

  /// For whom: this partner itself, or the party whose mandate it says to hold.
  private static PartyRole party(Words words, PartyRole self) throws Stopped {
    var oin = words.find("namens").orElse(self.oin().value());
    if (!Oin.isOin(oin)) {
      throw new Stopped(
          Ending.NIET_BEGREPEN, "Achter `--namens` hoort het OIN van wie u een mandaat gaf.");
    }
    return new PartyRole(new Oin(oin), self.role());
  }

  private static Ending undo(ReversalKind kind, Line line, Voice voice, Words words)
      throws Stopped, IOException, InterruptedException {
    var name = words.word(0, kind == ReversalKind.RETOUR ? "het pakket" : "de transactie");
    return new UndoCommand(line, voice).run(kind, name, words);
  }
}
