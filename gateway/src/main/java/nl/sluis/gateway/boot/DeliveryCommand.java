package nl.sluis.gateway.boot;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import nl.sluis.gateway.aflevering.Backlog;
import nl.sluis.gateway.aflevering.Deliveries;
import nl.sluis.policies.terms.Oin;

/// `sluis aflevering`: says how much is brought to whom and does not arrive, and offers what was
/// given up anew. It names receivers and counts, never a parcel, a sender or a child.
///
/// Offering anew decides nothing: whether something may go is asked at the door, as always. One
/// thread.
public final class DeliveryCommand {
  private static final int WRONG_USE = 2;
  private static final String CONFIG = "--config=";
  private static final String RECEIVER = "ontvanger=";

  private static final String USE =
      """
      Gebruik: sluis aflevering --config=sluis.yaml                          noemt wat wordt gebracht en niet aankomt
               sluis aflevering opnieuw ontvanger=OIN --config=sluis.yaml    biedt opnieuw aan wat onbestelbaar was\
      """;

  private final PrintStream out;
  private final PrintStream err;
  private final InstantSource clock;

  /// @param out where it says what was done
  /// @param err where it says what stands in the way
  /// @param clock what time it is
  public DeliveryCommand(PrintStream out, PrintStream err, InstantSource clock) {
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  /// @param args what comes after `aflevering`
  /// @return 0 when it is done, 1 when something stands in the way, 2 when it is not understood
  public int run(List<String> args) throws IOException, SQLException {
    var config = args.stream().filter(arg -> arg.startsWith(CONFIG)).toList();
    var rest = args.stream().filter(arg -> !arg.startsWith(CONFIG)).toList();
    if (config.size() != 1 || !isMeant(rest)) {
      err.println(USE);
      return WRONG_USE;
    }
    try {
      var settings = SettingsFile.read(Path.of(config.getFirst().substring(CONFIG.length())));
      return run(settings, rest);
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  /// The same for who has the settings already.
  ///
  /// @param args what comes after `aflevering`, without the name of a file
  public int run(Settings settings, List<String> args) throws SQLException {
    if (!isMeant(args)) {
      err.println(USE);
      return WRONG_USE;
    }
    var own = settings.database().gateway();
    var deliveries = new Deliveries(settings.region());
    try (var connection =
        DriverManager.getConnection(settings.database().url(), own.user(), own.password())) {
      if (args.isEmpty()) {
        list(connection, new Backlog(settings.region()));
      } else {
        again(connection, deliveries, new Oin(args.getLast().substring(RECEIVER.length())));
      }
    }
    return 0;
  }

  private static boolean isMeant(List<String> args) {
    return args.isEmpty()
        || (args.size() == 2
            && args.getFirst().equals("opnieuw")
            && args.getLast().startsWith(RECEIVER)
            && Oin.isOin(args.getLast().substring(RECEIVER.length())));
  }

  private void list(Connection connection, Backlog backlog) throws SQLException {
    var counts = backlog.counts(connection);
    if (counts.isEmpty()) {
      out.println("Alles wat wordt gebracht is aangekomen.");
    }
    counts.forEach(
        count ->
            out.printf(
                "%s %s: %d%s%n",
                count.receiver(),
                count.stand().code(),
                count.parcels(),
                count.why().isEmpty() ? "" : " (" + count.why() + ")"));
  }

  private void again(Connection connection, Deliveries deliveries, Oin receiver)
      throws SQLException {
    var dead = deliveries.dead(connection, receiver);
    int offered = deliveries.again(connection, dead, clock.instant());
    out.printf("%d keer opnieuw aangeboden.%n", offered);
  }
}
