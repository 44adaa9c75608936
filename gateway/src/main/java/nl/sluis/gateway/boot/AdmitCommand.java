package nl.sluis.gateway.boot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.aansluiting.Application;
import nl.sluis.gateway.aansluiting.ApplicationFault;
import nl.sluis.gateway.aansluiting.Course.Verdict;
import nl.sluis.gateway.aansluiting.KeyBook;
import nl.sluis.gateway.aansluiting.Known;
import nl.sluis.gateway.aansluiting.Objections;
import nl.sluis.gateway.aansluiting.PartnerBook;
import nl.sluis.gateway.aansluiting.Step;
import nl.sluis.gateway.convenant.ConvenantTable;
import nl.sluis.gateway.decision.Law;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.peer.PartnerRegister;
import nl.sluis.gateway.peer.Standing;
import nl.sluis.gateway.postbus.Halts;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;

/// `sluis partner toelaten | lijst | schors | hervat | verwijder`: who is a partner, on every
/// gateway at once. What opens a door, or cannot be undone, takes two different people; what shuts
/// one does not wait.
public final class AdmitCommand {
  private static final int WRONG_USE = 2;
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_REASON = 200;
  private static final long LONGEST_FILE = 32L << 10;
  private static final Set<String> NAMES = Set.of("config", "door", "reden", "oin");
  private static final Optional<Law> NO_LAW = Optional.empty();
  private static final String USE =
      """
      Gebruik: sluis partner lijst --config=sluis.yaml
               sluis partner toelaten AANMELDING --door=WIE --config=sluis.yaml
               sluis partner schors --oin=OIN --reden=WAAROM --door=WIE --config=sluis.yaml
               sluis partner hervat --oin=OIN --door=WIE --config=sluis.yaml
               sluis partner verwijder --oin=OIN --reden=WAAROM --door=WIE --config=sluis.yaml
      Toelaten, hervatten en verwijderen doen twee verschillende mensen. Schorsen geldt meteen.\
      """;

  private final PrintStream out;
  private final PrintStream err;
  private final InstantSource clock;

  /// @param out where it says what was done
  /// @param err where it says what stands in the way
  /// @param clock what time it is
  public AdmitCommand(PrintStream out, PrintStream err, InstantSource clock) {
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  /// What an operator typed, whole.
  private record Asked(
      Step.Kind kind, Oin oin, Optional<Application> application, String reason, String by) {}

  /// @param args what comes after `partner`, the word of the command first
  /// @return 0 when it is done, 1 when something stands in the way, 2 when it is not understood
  public int run(List<String> args) throws IOException, SQLException {
    var config = CommandOptions.read(args, NAMES).map(typed -> typed.get("config")).orElse("");
    if (config.isEmpty()) {
      err.println(USE);
      return WRONG_USE;
    }
    try {
      var settings = SettingsFile.read(Path.of(config));
      return run(settings, args.stream().filter(arg -> !arg.startsWith("--config=")).toList());
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  /// The same for who has the settings already.
  ///
  /// @param args what comes after `partner`, without the name of a file of settings
  public int run(Settings settings, List<String> args) throws IOException, SQLException {
    var typed = CommandOptions.read(args, NAMES);
    if (typed.isEmpty() || typed.get().words().isEmpty()) {
      err.println(USE);
      return WRONG_USE;
    }
    try {
      if (typed.get().words().equals(List.of("lijst")) && typed.get().options().isEmpty()) {
        open(settings, site -> new PartnerList(out, clock).print(site, settings));
        return 0;
      }
      var asked = asked(typed.get());
      if (asked.isEmpty()) {
        err.println(USE);
        return WRONG_USE;
      }
      open(settings, site -> say(site, settings, asked.get()));
      return 0;
    } catch (ApplicationFault fault) {
      fault.sentences().forEach(err::println);
      err.println("Er is niets veranderd.");
      return 1;
    } catch (IllegalArgumentException | IllegalStateException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  private static void open(Settings settings, KeySite.Work work) throws IOException, SQLException {
    var vault =
        KeyVault.open(settings.keyFolder(), settings.keyEncryptionKey(), new SecureRandom());
    KeySite.open(settings, vault, _ -> {}, work);
  }

  private Optional<Asked> asked(CommandOptions typed) throws IOException, ApplicationFault {
    var by = typed.get("door").strip();
    var reason = typed.get("reden").strip();
    if (by.isEmpty() || by.length() > LONGEST_NAME || reason.length() > LONGEST_REASON) {
      return Optional.empty();
    }
    if (typed.words().getFirst().equals("toelaten")) {
      return typed.words().size() == 2 && typed.options().keySet().equals(Set.of("door"))
          ? Optional.of(admission(Path.of(typed.words().getLast()), by))
          : Optional.empty();
    }
    var kind =
        switch (String.join(" ", typed.words())) {
          case "schors" -> Optional.of(Step.Kind.SCHORSEN);
          case "hervat" -> Optional.of(Step.Kind.HERVATTEN);
          case "verwijder" -> Optional.of(Step.Kind.VERWIJDEREN);
          default -> Optional.<Step.Kind>empty();
        };
    boolean explains = !reason.isEmpty() || kind.equals(Optional.of(Step.Kind.HERVATTEN));
    return kind.filter(_ -> explains && Oin.isOin(typed.get("oin")))
        .map(one -> new Asked(one, new Oin(typed.get("oin")), Optional.empty(), reason, by));
  }

  private Asked admission(Path file, String by) throws IOException, ApplicationFault {
    if (!Files.isReadable(file) || Files.size(file) > LONGEST_FILE) {
      throw new ApplicationFault(
          List.of("`" + file.getFileName() + "` is er niet, of is geen aanmelding."));
    }
    var text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
    var application = Application.read(text, clock.instant());
    return new Asked(Step.Kind.TOELATEN, application.oin(), Optional.of(application), "", by);
  }

  private void say(KeySite site, Settings settings, Asked asked) throws SQLException {
    var law = asked.application().isPresent() ? Optional.of(law(site, settings)) : NO_LAW;
    var steps = new ArrayList<Step>();
    site.write(
        tx -> {
          // First: what is decided after this commit knows of it, and two words never cross.
          new Halts(settings.region()).alone(tx);
          var now = clock.instant();
          var step = step(tx, settings, asked, law, now);
          steps.add(step);
          return site.logbook().append(tx, List.of(row(step)), now);
        });
    tell(steps.getFirst(), asked);
  }

  private Law law(KeySite site, Settings settings) throws SQLException {
    try {
      var table = new ConvenantTable(settings.region());
      return Laws.open(settings, table, clock, site.database()).law().now();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Step step(Connection tx, Settings settings, Asked asked, Optional<Law> law, Instant now)
      throws SQLException {
    var book = new PartnerBook(settings.region());
    var known = Known.read(book, new KeyBook(settings.region()), tx);
    var register = new PartnerRegister(settings.partnerFolder(), clock);
    var _ = register.reload();
    var course = known.course(asked.oin(), register.partner(asked.oin()).isPresent());
    register.take(known.listed());
    var application = asked.application();
    if (application.isPresent()) {
      var objections =
          Objections.of(
              application.get(),
              law.orElseThrow(),
              register.all(),
              known,
              book.applications(tx),
              now);
      if (!objections.isEmpty()) {
        throw refused(objections);
      }
      book.keep(tx, application.get(), now);
    }
    var digest = application.map(Application::digest);
    Optional<Standing> effect =
        switch (course.next(asked.kind(), digest, asked.by(), now)) {
          case Verdict.Done(Standing standing) -> Optional.of(standing);
          case Verdict.Waits() -> Optional.empty();
          case Verdict.Refused(String sentence) -> throw refused(List.of(sentence));
        };
    var step = new Step(asked.oin(), asked.kind(), digest, effect, asked.reason(), asked.by(), now);
    book.add(tx, step);
    return step;
  }

  private static IllegalStateException refused(List<String> sentences) {
    return new IllegalStateException(String.join("\n", sentences) + "\nEr is niets veranderd.");
  }

  private void tell(Step step, Asked asked) {
    asked
        .application()
        .ifPresent(
            one ->
                out.printf(
                    "%s (%s), rollen %s, vingerafdruk %s; bel %s, %s%n",
                    one.partner().name(),
                    one.oin(),
                    one.roles().isEmpty()
                        ? Application.SUPPLIER
                        : one.roles().stream().map(Role::code).sorted().toList(),
                    one.digest().substring(0, 16),
                    one.contact().function(),
                    one.contact().phone()));
    if (step.effect().isEmpty()) {
      out.println(
          "Vastgelegd. Een tweede mens moet dit ook zeggen, binnen dertig dagen; tot dan verandert"
              + " er niets.");
      return;
    }
    out.println(
        switch (step.kind()) {
          case TOELATEN -> "Toegelaten, op elke gateway.";
          case SCHORSEN ->
              "Geschorst, op elke gateway. Wat wacht blijft liggen; acuut gevaar gaat door.";
          case HERVATTEN -> "Hervat: de deur is weer open.";
          case VERWIJDEREN ->
              "Verwijderd, op elke gateway. Wat nog wacht vervalt aan het eind van zijn termijn."
                  + " Staat er een bestand in de partnermap, haal dat dan ook weg.";
        });
  }

  private static Entry row(Step step) {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("stap", step.kind().code()).put("partner", step.oin().value());
    step.application().ifPresent(digest -> detail.put("aanmelding", digest));
    step.effect().ifPresent(standing -> detail.put("stand", standing.code()));
    detail.put("door", step.by()).put("reden", step.reason());
    return new Entry(EntryKind.PARTNER, Optional.empty(), detail);
  }
}
