package nl.sluis.gateway.boot;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import nl.sluis.gateway.keys.KeyUse;
import nl.sluis.gateway.keys.KeyVault;

/// `sluis sleutels`: replaces the key that wraps all others, or one that signs, while gateways are
/// at work.
///
/// `wissel` begins, or goes on where it was broken off; `opruimen` ends it.
public final class KeysCommand {
  private static final int WRONG_USE = 2;
  private static final int STEP = 64;
  private static final int TELL_EVERY = 4_096;

  private static final String USE =
      """
      Gebruik: sluis sleutels (wissel | opruimen) SLEUTEL --config sluis.yaml
        wissel hoofdsleutel     maakt een nieuwe hoofdsleutel en pakt alle sleutels opnieuw in
        opruimen hoofdsleutel   vernietigt de vorige hoofdsleutels; oude reservekopieën gaan niet meer open
        wissel logboek          een nieuwe sleutel tekent het logboek, naast de vorige
        opruimen logboek        de vorige tekent niet meer, en wordt tien minuten later vernietigd
        wissel token | binding | mededeling | bewijs | aanmelding
                                maakt een nieuwe sleutel bekend, die na een poos tekent
        opruimen token | binding | mededeling | bewijs | aanmelding
                                de vorige geldt niet meer, en wordt vernietigd als niets hem nog nodig heeft\
      """;

  private final PrintStream out;
  private final PrintStream err;
  private final InstantSource clock;
  private final Consumer<KeyMoment> reached;

  /// @param out where it says what was done
  /// @param err where it says what stands in the way
  /// @param clock what time it is
  public KeysCommand(PrintStream out, PrintStream err, InstantSource clock) {
    this(out, err, clock, _ -> {});
  }

  /// @param reached hears where a change is, to break it off there
  public KeysCommand(
      PrintStream out, PrintStream err, InstantSource clock, Consumer<KeyMoment> reached) {
    this.reached = reached;
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  /// @param args what comes after `sleutels`
  /// @return 0 when it is done, 1 when something stands in the way, 2 when it is not understood
  public int run(List<String> args) throws IOException, SQLException {
    if (args.size() != 4 || !args.get(2).equals("--config")) {
      err.println(USE);
      return WRONG_USE;
    }
    try {
      var settings = SettingsFile.read(Path.of(args.get(3)));
      var vault =
          KeyVault.open(settings.keyFolder(), settings.keyEncryptionKey(), new SecureRandom());
      switch (args.get(0) + " " + args.get(1)) {
        case "wissel hoofdsleutel" -> replaceWrapping(vault);
        case "opruimen hoofdsleutel" ->
            out.printf(
                "%d vorige hoofdsleutel(s) vernietigd.%n", vault.changeKeyEncryptionKey().retire());
        case "wissel logboek" -> open(settings, vault, site -> log(site).handOver(now()));
        case "opruimen logboek" -> open(settings, vault, site -> log(site).tidy(now()));
        default -> {
          return ofUse(args.get(0), args.get(1), settings, vault);
        }
      }
      return 0;
    } catch (IllegalArgumentException | IllegalStateException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  private int ofUse(String what, String word, Settings settings, KeyVault vault)
      throws SQLException {
    var use = KeyUse.of(word);
    if (use.isEmpty() || !Set.of("wissel", "opruimen").contains(what)) {
      err.println(USE);
      return WRONG_USE;
    }
    open(
        settings,
        vault,
        site -> {
          var steps = new UseKeySteps(site, use.get(), out);
          if (what.equals("wissel")) {
            steps.handOver(now());
          } else {
            steps.tidy(now());
          }
        });
    return 0;
  }

  private void open(Settings settings, KeyVault vault, KeySite.Work work) throws SQLException {
    KeySite.open(settings, vault, reached, work);
  }

  private LogKeySteps log(KeySite site) {
    return new LogKeySteps(site, out);
  }

  private Instant now() {
    return clock.instant();
  }

  private void replaceWrapping(KeyVault vault) {
    var change = vault.changeKeyEncryptionKey();
    out.println(
        change.begin()
            ? "Er is een nieuwe hoofdsleutel; alle sleutels worden opnieuw ingepakt."
            : "Een wissel was niet af en gaat verder.");
    long total = change.left();
    while (change.step(STEP)) {
      if (change.left() % TELL_EVERY < STEP) {
        out.printf("nog %d van %d%n", change.left(), total);
      }
    }
    out.println(
        "Klaar. Vernietig de vorige met `sleutels opruimen hoofdsleutel`, zodra er een nieuwe"
            + " reservekopie is.");
  }
}
