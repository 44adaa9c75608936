package nl.sluis.dev.proef;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.SimulatedBrowser;

/// How long a family waits for each of its pages, and how large they are, when the logbook holds
/// the rows of a thousand families over five years.
///
/// Some of them are mothers of three who log in with a browser each and open every kind of page
/// that the router has; a kind to which nothing leads is a fault. What is a file to keep, and no
/// page, is timed and not judged. The time is that of the whole way over TLS on this machine, which
/// is more than the server takes. For one thread.
final class Inzien {
  private static final int FAMILIES = 1_000;
  private static final int LOOKERS = 40;
  private static final int WARM = 40;
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
    int lookers = Math.clamp(rows / 10_000, 2, LOOKERS);
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
    analyze();
    out.printf(
        Locale.ROOT, "%,d rijen over %,d kinderen, in %.0f s%n", rows, people.size(), seconds);
    var walk = new FamilyWalk(gateway, new Random(7));
    int turns = Math.clamp(rows / 50_000, 2, 10);
    int warm = Math.clamp(rows / 10_000, 1, WARM);
    for (int i = 0; i < lookers; i++) {
      try (var browser = SimulatedBrowser.at(gateway)) {
        browser.logIn(numbers.get(i));
        walk.asks(browser, walk.addresses(browser));
        var known = walk.addresses(browser);
        // Whoever comes first finds a cold house.
        for (int turn = i == 0 ? -warm : 0; turn < turns; turn++) {
          walk.turn(browser, known, turn >= 0);
        }
      }
    }
    return verdict(walk);
  }

  /// As the housekeeping of PostgreSQL does by itself within a minute.
  private void analyze() throws SQLException {
    try (var owner = gateway.database().owner();
        var statement = owner.createStatement()) {
      statement.execute("analyze");
    }
  }

  /// Numbers that pass the eleven test and were never given to anybody.
  private static List<String> numbers() {
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
    out.printf(
        "%-45s %5s %8s %8s %8s %8s%n", "bladzijde", "keer", "p50 ms", "p99 ms", "meest", "bytes");
    boolean soon = true;
    boolean small = true;
    for (var kind : walk.times().entrySet()) {
      var sorted = kind.getValue().sorted();
      double p99 = sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)];
      out.printf(
          Locale.ROOT,
          "%-45s %5d %8.1f %8.1f %8.1f %8d%s%n",
          kind.getKey(),
          sorted.length,
          sorted[sorted.length / 2],
          p99,
          sorted[sorted.length - 1],
          kind.getValue().bytes(),
          kind.getValue().isPage() ? "" : " bestand");
      boolean isPage = kind.getValue().isPage();
      soon &= !isPage || p99 <= MOST_MILLIS;
      small &= !isPage || kind.getValue().bytes() <= MOST_BYTES;
    }
    out.println(
        "bytes: de grootste, niet ingepakt, zonder stijl en plaatjes (die bewaart de browser)");
    out.println("bestand: om te bewaren, geen bladzijde; de grens geldt er niet voor");
    out.println(soon ? "Elke bladzijde kwam op tijd." : "FOUT: een bladzijde kwam te laat.");
    out.println(small ? "Geen bladzijde is te groot." : "FOUT: een bladzijde is te groot.");
    var unopened = walk.unopened();
    out.println(
        unopened.isEmpty()
            ? "Elke soort bladzijde is geopend."
            : "FOUT: hier leidde niets heen: " + String.join(", ", unopened));
    return soon && small && unopened.isEmpty() ? 0 : 1;
  }
}
