package nl.sluis.gateway.boot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.herstel.Restores;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.postbus.Halt;
import nl.sluis.gateway.postbus.Halts;

/// `sluis stop`: lets everything of a partner, for a purpose or along a lane stand still at once,
/// on every gateway, and lets it go on when two people say so. Reports of acute danger go on.
public final class HaltCommand {
  private static final int WRONG_USE = 2;
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_REASON = 200;
  private static final Set<String> OPTIONS =
      Set.of("--config", "--door", "--reden", "--opheffen", "partner", "doel", "baan");

  private static final String USE =
      """
      Gebruik: sluis stop --config=sluis.yaml                     noemt wat stilligt
               sluis stop (partner=OIN | doel=DOEL | baan=BAAN) --door=WIE --reden=WAAROM --config=sluis.yaml
               sluis stop (partner=OIN | doel=DOEL | baan=BAAN) --door=WIE --opheffen --config=sluis.yaml
      Een melding van acuut gevaar gaat altijd door. Opheffen doen twee verschillende mensen.\
      """;

  private final PrintStream out;
  private final PrintStream err;
  private final InstantSource clock;

  /// @param out where it says what was done
  /// @param err where it says what stands in the way
  /// @param clock what time it is
  public HaltCommand(PrintStream out, PrintStream err, InstantSource clock) {
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  /// @param args what comes after `stop`
  /// @return 0 when it is done, 1 when something stands in the way, 2 when it is not understood
  public int run(List<String> args) throws IOException, SQLException {
    var config = options(args).getOrDefault("--config", "");
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
  /// @param args what comes after `stop`, without the name of a file
  public int run(Settings settings, List<String> args) throws IOException, SQLException {
    var said = options(args);
    var kind = kind(said);
    var by = said.getOrDefault("--door", "");
    if (!args.isEmpty() && !isWhole(said, kind, by)) {
      err.println(USE);
      return WRONG_USE;
    }
    try {
      var vault =
          KeyVault.open(settings.keyFolder(), settings.keyEncryptionKey(), new SecureRandom());
      KeySite.open(settings, vault, _ -> {}, site -> does(site, settings, kind, said, by));
      return 0;
    } catch (IllegalArgumentException | IllegalStateException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  private void does(
      KeySite site,
      Settings settings,
      Optional<Halt.Kind> kind,
      Map<String, String> said,
      String by)
      throws SQLException {
    var halts = new Halts(settings.region());
    if (kind.isEmpty()) {
      list(site, halts);
    } else if (said.containsKey("--opheffen")) {
      lift(site, halts, kind.get(), said, by);
    } else {
      halt(site, halts, kind.get(), said, by);
    }
  }

  private static Map<String, String> options(List<String> args) {
    var said = new HashMap<String, String>();
    for (var arg : args) {
      int equals = arg.indexOf('=');
      var name = equals < 0 ? arg : arg.substring(0, equals);
      if (!OPTIONS.contains(name) || said.containsKey(name)) {
        return Map.of();
      }
      said.put(name, equals < 0 ? "" : arg.substring(equals + 1));
    }
    return said;
  }

  private static Optional<Halt.Kind> kind(Map<String, String> said) {
    var named = said.keySet().stream().flatMap(name -> Halt.Kind.of(name).stream()).toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  private static boolean isWhole(Map<String, String> said, Optional<Halt.Kind> kind, String by) {
    boolean lifts = said.containsKey("--opheffen");
    var reason = said.getOrDefault("--reden", "");
    return kind.filter(one -> one.takes(word(said, one))).isPresent()
        && !by.isBlank()
        && by.length() <= LONGEST_NAME
        && lifts == reason.isBlank()
        && reason.length() <= LONGEST_REASON;
  }

  private static String word(Map<String, String> said, Halt.Kind kind) {
    return said.getOrDefault(kind.code(), "");
  }

  private void list(KeySite site, Halts halts) throws SQLException {
    try (var connection = site.database().getConnection()) {
      var standing = halts.standing(connection).halts();
      if (standing.isEmpty()) {
        out.println("Er ligt niets stil.");
      }
      standing.forEach(
          halt ->
              out.printf(
                  "%s=%s sinds %s door %s: %s%s%n",
                  halt.kind().code(),
                  halt.word(),
                  halt.at(),
                  halt.by(),
                  halt.reason(),
                  halt.lifted().isEmpty()
                      ? ""
                      : " ("
                          + halt.lifted().getFirst()
                          + " wil opheffen; er is er nog een nodig)"));
    }
  }

  private void halt(KeySite site, Halts halts, Halt.Kind kind, Map<String, String> said, String by)
      throws SQLException {
    if (find(site, halts, kind, word(said, kind)).isPresent()) {
      out.println("Dit lag al stil.");
      return;
    }
    var now = clock.instant();
    var halt =
        new Halt(
            UUID.randomUUID(),
            kind,
            word(said, kind),
            said.getOrDefault("--reden", ""),
            by,
            now,
            List.of());
    site.write(
        tx -> {
          halts.add(tx, halt);
          return site.logbook().append(tx, List.of(row(halt, "stilgelegd", by)), now);
        });
    out.printf(
        "%s=%s ligt stil, op elke gateway. Wat wacht blijft liggen; acuut gevaar gaat door.%n",
        kind.code(), halt.word());
  }

  private void lift(KeySite site, Halts halts, Halt.Kind kind, Map<String, String> said, String by)
      throws SQLException {
    var found = find(site, halts, kind, word(said, kind));
    if (found.isEmpty()) {
      throw new IllegalStateException("dit ligt niet stil");
    }
    if (isOfRestore(site, found.get())) {
      throw new IllegalStateException(
          "dit ligt stil om een herstel; gebruik `sluis logboek herstel open`");
    }
    var halt = found.get();
    if (halt.lifted().contains(by)) {
      throw new IllegalStateException(
          "`" + by + "` wilde dit al opheffen; er is iemand anders nodig");
    }
    var now = clock.instant();
    site.write(
        tx -> {
          var all = halts.lift(tx, halt, by, now);
          var step = all.size() < 2 ? "opheffen-gevraagd" : "opgeheven";
          return site.logbook().append(tx, List.of(row(halt, step, by)), now);
        });
    out.println(
        halt.lifted().isEmpty()
            ? "Vastgelegd. Een tweede mens moet dit ook zeggen; tot dan blijft het stilliggen."
            : "Opgeheven: het gaat weer door.");
  }

  /// Only who knows what is missing after a restore opens what stands still for it.
  private static boolean isOfRestore(KeySite site, Halt halt) throws SQLException {
    try (var connection = site.database().getConnection()) {
      return new Restores(site.logbook().region())
          .open(connection)
          .filter(restore -> restore.halt().equals(halt.id()))
          .isPresent();
    }
  }

  private static Optional<Halt> find(KeySite site, Halts halts, Halt.Kind kind, String word)
      throws SQLException {
    try (var connection = site.database().getConnection()) {
      return halts.standing(connection).halts().stream()
          .filter(halt -> halt.kind() == kind && halt.word().equals(word))
          .findFirst();
    }
  }

  static Entry row(Halt halt, String step, String by) {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("stap", step).put("stillegging", halt.id().toString());
    detail.put("soortStil", halt.kind().code()).put("wat", halt.word());
    detail.put("door", by).put("reden", halt.reason());
    return new Entry(EntryKind.HALT, Optional.empty(), detail);
  }
}
