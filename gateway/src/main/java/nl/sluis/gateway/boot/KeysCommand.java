package nl.sluis.gateway.boot;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Appended;
import nl.sluis.gateway.logbook.LogKeyChange;
import nl.sluis.gateway.logbook.Logbook;

/// `sluis sleutels`: replaces the key that wraps all others, or the key that signs the logbook,
/// while gateways are at work.
///
/// `wissel` begins, or goes on where it was broken off; `opruimen` ends it.
public final class KeysCommand {
  private static final int WRONG_USE = 2;
  private static final int STEP = 64;
  private static final int TELL_EVERY = 4_096;

  /// So long a gateway may be on its way with a checkpoint that the older key must sign.
  private static final Duration REST = Duration.ofMinutes(10);

  private static final String USE =
      """
      Gebruik: sluis sleutels (wissel | opruimen) (hoofdsleutel | logboek) --config sluis.yaml
        wissel hoofdsleutel     maakt een nieuwe hoofdsleutel en pakt alle sleutels opnieuw in
        opruimen hoofdsleutel   vernietigt de vorige hoofdsleutels; oude reservekopieën gaan niet meer open
        wissel logboek          een nieuwe sleutel tekent het logboek, naast de vorige
        opruimen logboek        de vorige tekent niet meer, en wordt tien minuten later vernietigd\
      """;

  private final PrintStream out;
  private final PrintStream err;
  private final InstantSource clock;

  /// @param out where it says what was done
  /// @param err where it says what stands in the way
  /// @param clock what time it is
  public KeysCommand(PrintStream out, PrintStream err, InstantSource clock) {
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
        case "wissel logboek" -> withLogbook(settings, vault, this::handOver);
        case "opruimen logboek" -> withLogbook(settings, vault, this::endOverlap);
        default -> {
          err.println(USE);
          return WRONG_USE;
        }
      }
      return 0;
    } catch (IllegalArgumentException | IllegalStateException e) {
      err.println(e.getMessage());
      return 1;
    }
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

  /// What is done with an open logbook.
  @FunctionalInterface
  private interface Work {
    void run(Site site) throws SQLException;
  }

  /// An open logbook with its database.
  private record Site(DataSource database, Logbook logbook, LogKeyChange change) {
    /// One row, committed and then published; the lock on the head ends with the commit.
    void write(Row row) throws SQLException {
      try (var tx = database.getConnection()) {
        tx.setAutoCommit(false);
        Appended appended;
        try {
          appended = row.in(tx);
          tx.commit();
        } finally {
          tx.rollback();
          tx.setAutoCommit(true);
        }
        logbook.publish(appended);
      }
    }
  }

  /// What is written in a transaction.
  @FunctionalInterface
  private interface Row {
    Appended in(Connection tx) throws SQLException;
  }

  private static void withLogbook(Settings settings, KeyVault vault, Work work)
      throws SQLException {
    Schema.migrate(settings.database());
    try (var database = Pool.of(settings.database())) {
      var origin = settings.logbookOrigin();
      var logbook = Logbook.open(settings.region(), origin, database, vault, new SecureRandom());
      work.run(new Site(database, logbook, new LogKeyChange(logbook, vault)));
    }
  }

  private void handOver(Site site) throws SQLException {
    site.write(tx -> site.change().handOver(tx, clock.instant()));
    out.printf(
        "Vanaf nu tekenen twee sleutels. De nieuwe: %s%n"
            + "Geef hem aan getuigen en partners; beëindig de overlap met `sleutels opruimen"
            + " logboek`.%n",
        site.logbook().key());
  }

  private void endOverlap(Site site) throws SQLException {
    var now = clock.instant();
    if (isOverlapping(site)) {
      site.write(tx -> site.change().endOverlap(tx, now));
      out.printf("De vorige sleutel tekent niet meer; alleen nog %s%n", site.logbook().key());
    }
    try (var connection = site.database().getConnection()) {
      var destroyed = site.change().destroyRetired(connection, now.minus(REST));
      out.printf("%d vorige sleutel(s) vernietigd.%n", destroyed);
      if (site.change().isRetiredLeft(connection)) {
        out.println(
            "Draai dit over tien minuten nog eens: dan wordt de vorige sleutel vernietigd.");
      }
    }
  }

  private static boolean isOverlapping(Site site) throws SQLException {
    return site.logbook().keyHistory().periods().stream()
            .filter(period -> period.until().isEmpty())
            .count()
        == 2;
  }
}
