package nl.sluis.gateway.boot;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.herstel.Accounted;
import nl.sluis.gateway.herstel.ReceiptReader;
import nl.sluis.gateway.herstel.Restore;
import nl.sluis.gateway.herstel.Restores;
import nl.sluis.gateway.keys.KeyVault;

/// `sluis logboek herstel`: after a backup was put back, lets the logbook go on under another name
/// with what rests on consent standing still, takes receipts of what is missing, and lets it go on
/// when two people name what nobody accounted for. Each step is a row `herstel`.
public final class RestoreCommand {
  private static final int WRONG_USE = 2;
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_REASON = 200;
  private static final int MOST_SPANS = 20;
  private static final Set<String> OPTIONS =
      Set.of("--config", "--door", "--reden", "--naam", "--checkpoint", "--rest");

  private static final String USE =
      """
      Gebruik: sluis logboek herstel stand --config=sluis.yaml     noemt wat ontbreekt en wat is bewezen
               sluis logboek herstel begin --naam=NIEUWE-NAAM --door=WIE --reden=WAAROM [--checkpoint=BESTAND] --config=sluis.yaml
               sluis logboek herstel neem-op BESTAND... --door=WIE --config=sluis.yaml
               sluis logboek herstel open --rest=AANTAL --door=WIE --config=sluis.yaml
      Openen doen twee verschillende mensen, elk met het aantal rijen dat niemand bewees.\
      """;

  private final PrintStream out;
  private final PrintStream err;
  private final InstantSource clock;

  /// @param out where it says what was done
  /// @param err where it says what stands in the way
  /// @param clock what time it is
  public RestoreCommand(PrintStream out, PrintStream err, InstantSource clock) {
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  /// @param args what comes after `logboek herstel`
  /// @return 0 when it is done, 1 when something stands in the way, 2 when it is not understood
  public int run(List<String> args) throws IOException, SQLException {
    var said = options(args);
    var config = said.getOrDefault("--config", "");
    if (config.isEmpty() || !isWhole(words(args), said)) {
      err.println(USE);
      return WRONG_USE;
    }
    try {
      return run(SettingsFile.read(Path.of(config)), args);
    } catch (NoSuchFileException _) {
      err.println("`" + config + "` is er niet");
      return 1;
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  /// The same for who has the settings already.
  public int run(Settings settings, List<String> args) throws IOException, SQLException {
    var said = options(args);
    var words = words(args);
    if (!isWhole(words, said)) {
      err.println(USE);
      return WRONG_USE;
    }
    try {
      var vault =
          KeyVault.open(settings.keyFolder(), settings.keyEncryptionKey(), new SecureRandom());
      var by = said.getOrDefault("--door", "");
      switch (words.getFirst()) {
        case "begin" ->
            new RestoreBegin(settings, vault, clock, out)
                .run(
                    said.getOrDefault("--naam", ""),
                    by,
                    said.getOrDefault("--reden", ""),
                    Optional.ofNullable(said.get("--checkpoint")).map(Path::of));
        case "neem-op" -> {
          return take(settings, vault, words.subList(1, words.size()), by);
        }
        case "open" ->
            KeySite.open(
                settings,
                vault,
                _ -> {},
                site ->
                    new RestoreSteps(site, settings.region(), out)
                        .open(
                            Long.parseLong(said.getOrDefault("--rest", "")), by, clock.instant()));
        default -> KeySite.open(settings, vault, _ -> {}, site -> stand(site, settings.region()));
      }
      return 0;
    } catch (IllegalArgumentException | IllegalStateException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  private static Map<String, String> options(List<String> args) {
    var said = new HashMap<String, String>();
    for (var arg : args) {
      if (arg.startsWith("--")) {
        int equals = arg.indexOf('=');
        var name = equals < 0 ? arg : arg.substring(0, equals);
        if (equals < 0 || !OPTIONS.contains(name) || said.containsKey(name)) {
          return Map.of();
        }
        said.put(name, arg.substring(equals + 1));
      }
    }
    return said;
  }

  private static List<String> words(List<String> args) {
    return args.stream().filter(arg -> !arg.startsWith("--")).toList();
  }

  private static boolean isWhole(List<String> words, Map<String, String> said) {
    if (words.isEmpty()) {
      return false;
    }
    int files = words.size() - 1;
    var by = said.getOrDefault("--door", "");
    boolean signed = !by.isBlank() && by.length() <= LONGEST_NAME;
    var reason = said.getOrDefault("--reden", "");
    return switch (words.getFirst()) {
      case "stand" -> files == 0;
      case "begin" ->
          files == 0
              && signed
              && said.getOrDefault("--naam", "").matches("[!-*,-~]{1,100}")
              && !reason.isBlank()
              && reason.length() <= LONGEST_REASON;
      case "neem-op" -> files > 0 && signed;
      case "open" ->
          files == 0 && signed && said.getOrDefault("--rest", "").matches("0|[1-9][0-9]{0,17}");
      default -> false;
    };
  }

  private int take(Settings settings, KeyVault vault, List<String> files, String by)
      throws SQLException {
    var refused = new ArrayList<String>();
    KeySite.open(
        settings,
        vault,
        _ -> {},
        site -> {
          var steps = new RestoreSteps(site, settings.region(), out);
          var restore = steps.current();
          var reader =
              new ReceiptReader(
                  restore,
                  site.logbook().keyHistory().under(restore.before()),
                  Restoring.receiptKeys(site));
          try (var restoring = Restoring.of(site, settings, clock)) {
            for (var file : files) {
              take(steps, restoring, restore, reader, Path.of(file), by).ifPresent(refused::add);
            }
          } catch (IOException e) {
            throw new IllegalStateException("de teksten van het convenant zijn niet te lezen", e);
          }
        });
    refused.forEach(err::println);
    return refused.isEmpty() ? 0 : 1;
  }

  /// One file; what stands in its way keeps nobody else's out.
  private Optional<String> take(
      RestoreSteps steps,
      Restoring restoring,
      Restore restore,
      ReceiptReader reader,
      Path file,
      String by)
      throws SQLException {
    try {
      var proven = reader.read(Files.readString(file));
      if (steps.isAccounted(restore, proven.row())) {
        out.printf("%s: rij %d was al opgenomen.%n", file, proven.row());
        return Optional.empty();
      }
      var what = restoring.enter(proven);
      steps.account(restore, proven.row(), what, by, clock.instant());
      out.printf("%s: rij %d, %s.%n", file, proven.row(), told(what));
      return Optional.empty();
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Optional.of(file + ": " + e.getMessage());
    } catch (IOException _) {
      return Optional.of(file + ": niet te lezen");
    }
  }

  private static String told(Accounted what) {
    return switch (what) {
      case PROVEN -> "bewezen dat zij er was; er is niets ingevoerd";
      case STOPPED -> "een stop: opnieuw ingevoerd, met wat eruit volgt";
      case NOTHING_TO_STOP -> "een stop op een vraag van na de reservekopie: er is geen ja meer";
    };
  }

  private void stand(KeySite site, String region) throws SQLException {
    var restores = new Restores(region);
    try (var connection = site.database().getConnection()) {
      var open = restores.open(connection);
      if (open.isEmpty()) {
        out.println("Er loopt geen herstel.");
        return;
      }
      var restore = open.get();
      var accounted = restores.accounted(connection, restore);
      out.printf(
          "Herstel sinds %s: `%s` ging tot rij %d en is hier verder gegaan als `%s` vanaf rij"
              + " %d.%n",
          restore.at(), restore.before(), restore.seen().size(), restore.name(), restore.from());
      for (var what : Accounted.values()) {
        var count = accounted.values().stream().filter(what::equals).count();
        out.printf("  %s: %d%n", what.word(), count);
      }
      out.printf(
          "  nog van niemand: %d van %d%n",
          restore.missing() - accounted.size(), restore.missing());
      spans(restore, List.copyOf(accounted.keySet())).forEach(out::println);
      out.println("De baan `toestemming` ligt stil tot twee mensen haar openen.");
    }
  }

  /// The rows that nobody accounted for, as spans.
  private static List<String> spans(Restore restore, List<Long> accounted) {
    var spans = new ArrayList<String>();
    var next = restore.from();
    for (var row : accounted) {
      span(next, row, spans);
      next = row + 1;
    }
    span(next, restore.seen().size(), spans);
    return spans.size() <= MOST_SPANS ? spans : spans.subList(0, MOST_SPANS);
  }

  private static void span(long from, long until, List<String> spans) {
    if (from < until) {
      spans.add(from == until - 1 ? "    rij " + from : "    rij " + from + " t/m " + (until - 1));
    }
  }
}
