package nl.sluis.dev.proef;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.PageRoute;
import nl.sluis.dev.partner.SimulatedBrowser;

/// How long a family waits for each of its pages, and how large they are, when the logbook holds
/// the rows of a thousand families over five years.
///
/// Some of them are mothers of three who log in with a browser each and in turn open every kind of
/// page that the router has; a kind to which nothing leads is a fault. What is a file to keep, and
/// no page, is timed and not judged. The time is that of the whole way over TLS on this machine,
/// which is more than the server takes. Looking ends after a fixed number of turns, or after a
/// fixed time when this machine is busy: then the page says how often each kind was opened. For one
/// thread.
final class Inzien {
  private static final int FAMILIES = 1_000;
  private static final int LOOKERS = 8;
  private static final int TURNS = 500;
  private static final int WARM = 30;
  private static final int SINCERE = 100_000;

  /// Below so many a p99 is one page that happened to be slow, and says nothing.
  private static final int FEWEST = 200;

  private static final Duration LONGEST = Duration.ofMinutes(4);
  private static final double MOST_MILLIS = 100;
  private static final int MOST_BYTES = 60_000;
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

  private final DevGateway gateway;
  private final PrintStream out;

  private Inzien(DevGateway gateway, PrintStream out) {
    this.gateway = gateway;
    this.out = out;
  }

  /// @param rows how many the logbook holds
  /// @return 0 when every page came soon enough and was small enough, and 1 when not
  static int run(int rows, PrintStream out) {
    try (var postgres = DevPostgres.temporary();
        var gateway =
            DevGateway.start(DevSite.temporary(NOW), postgres.fresh(), DevGateway.Ports.ANY)) {
      return new Inzien(gateway, out).run(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("the rows could not be written", e);
    }
  }

  private int run(int rows) throws SQLException {
    var homes = new FamilyHomes(gateway);
    int lookers = rows < SINCERE ? 2 : LOOKERS;
    var numbers = numbers().subList(0, lookers);
    numbers.forEach(homes::lookedAt);
    for (int i = 0; i < lookers; i++) {
      homes.helps(numbers.get(i), numbers.get((i + 1) % lookers));
    }
    for (int i = lookers; i < FAMILIES && i < Math.max(lookers, rows / 100); i++) {
      homes.quiet();
    }
    var people = homes.children();
    double seconds = new FamilyRows(gateway, NOW).write(rows, people);
    Settled.after(gateway.database());
    out.printf(
        Locale.ROOT, "%,d rijen over %,d kinderen, in %.0f s%n", rows, people.size(), seconds);
    var walk = new FamilyWalk(gateway, new Random(7));
    var browsers = new ArrayList<SimulatedBrowser>();
    try {
      var known = new ArrayList<Map<PageRoute, List<String>>>();
      for (var number : numbers) {
        var browser = SimulatedBrowser.at(gateway);
        browsers.add(browser);
        browser.logIn(number);
        walk.asks(browser);
        known.add(walk.addresses(browser));
      }
      return look(walk, browsers, known, rows < SINCERE ? 3 : TURNS, rows < SINCERE ? 1 : WARM);
    } finally {
      browsers.forEach(SimulatedBrowser::close);
    }
  }

  /// One after the other, each a turn; whoever comes first finds a cold house.
  private int look(
      FamilyWalk walk,
      List<SimulatedBrowser> browsers,
      List<Map<PageRoute, List<String>>> known,
      int turns,
      int warm) {
    var until = System.nanoTime() + LONGEST.toNanos();
    int done = 0;
    for (int turn = -warm; turn < turns && System.nanoTime() < until; turn++) {
      int who = Math.floorMod(turn, browsers.size());
      walk.turn(browsers.get(who), known.get(who), turn >= 0);
      done = Math.max(0, turn + 1);
    }
    out.printf(
        "%d moeders van drie, om en om, %d ronden langs elke soort (%d om warm te worden); p99 is"
            + " de %de langste%n",
        browsers.size(), done, warm, done - Math.min(done - 1, done * 99 / 100));
    boolean enough = done >= Math.min(turns, FEWEST);
    if (!enough) {
      out.println("FOUT: in de tijd die er was is te weinig geopend om een p99 te noemen.");
    }
    return Math.max(verdict(walk), enough ? 0 : 1);
  }

  /// Numbers that pass the eleven test and were never given to anybody.
  static List<String> numbers() {
    var found = new ArrayList<String>();
    for (int candidate = 999_900_001; found.size() < LOOKERS; candidate++) {
      var digits = String.valueOf(candidate);
      int sum = 0;
      for (int i = 0; i < 8; i++) {
        sum += (digits.charAt(i) - '0') * (9 - i);
      }
      if ((sum - (digits.charAt(8) - '0')) % 11 == 0) {
        found.add(digits);
      }
    }
    return found;
  }

  private int verdict(FamilyWalk walk) {
    boolean good = walk.times().tell(MOST_MILLIS, MOST_BYTES, out);
    var unopened = walk.unopened();
    out.println(
        unopened.isEmpty()
            ? "Elke soort bladzijde is geopend."
            : "FOUT: hier leidde niets heen: " + String.join(", ", unopened));
    return good && unopened.isEmpty() ? 0 : 1;
  }
}
