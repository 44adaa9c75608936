package nl.sluis.dev.proef;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevRules;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.PageRoute;
import nl.sluis.dev.partner.SimulatedBrowser;

/// Can a mother from whom something is hidden tell so from how long her pages take?
///
/// There are mothers of three from whom nothing is hidden, and as many from whom a question is
/// hidden at each child. In every round each kind of page is opened by three of them, in an order
/// drawn by lot: by one from whom nothing is hidden, by another such, and by one from whom
/// something is. The first is compared with the second, which must show nothing (a control: if it
/// does show something, this trial measures something else than it should), and with the third. For
/// one thread.
final class Tweeling {
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
  private static final int MOTHERS = 3;
  private static final int MOST_OF_A_KIND = 3;
  private static final int WARM = 5;
  private static final int FEWEST = 100;
  private static final Duration LONGEST = Duration.ofMinutes(13);

  private final PrintStream out;
  private final Random random = new Random(7);
  private final List<Mother> free = new ArrayList<>();
  private final List<Mother> kept = new ArrayList<>();
  private final Map<String, List<double[]>> millis = new TreeMap<>();

  /// @param pages her addresses, by kind
  private record Mother(SimulatedBrowser browser, Map<String, List<String>> pages) {}

  private Tweeling(PrintStream out) {
    this.out = out;
  }

  /// @param times how often each kind of page is opened by each at most; it ends sooner on a busy
  ///   machine
  /// @return 0 when no page tells the one from the other, and 1 when one does or nothing was proven
  static int run(int times, PrintStream out) {
    try (var postgres = DevPostgres.temporary();
        var gateway =
            DevGateway.start(
                DevSite.temporary(NOW),
                postgres.fresh(),
                DevGateway.Ports.ANY,
                DevRules.ON_THE_BEAT)) {
      return new Tweeling(out).run(gateway, times);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int run(DevGateway gateway, int times) {
    try {
      var homes = new FamilyHomes(gateway);
      // In turns, so that neither lives further back in the tables.
      for (int i = 0; i < MOTHERS; i++) {
        enter(gateway, homes, i, false);
        enter(gateway, homes, MOTHERS + i, true);
      }
      var kinds = List.copyOf(free.getFirst().pages().keySet());
      for (var mother : List.of(free, kept).stream().flatMap(List::stream).toList()) {
        if (!mother.pages().keySet().equals(Map.copyOf(free.getFirst().pages()).keySet())) {
          out.println("FOUT: niet elke soort bladzijde is er voor elk van hen.");
          return 1;
        }
      }
      int rounds = measure(kinds, times);
      out.printf(
          "%d moeders van wie niets en %d van wie iets verborgen is; %d ronden langs %d soorten"
              + " bladzijden%n",
          MOTHERS, MOTHERS, rounds, kinds.size());
      return new TwinVerdict(out).tell(millis, Math.min(FEWEST, times));
    } finally {
      free.forEach(mother -> mother.browser().close());
      kept.forEach(mother -> mother.browser().close());
    }
  }

  private void enter(DevGateway gateway, FamilyHomes homes, int which, boolean hides) {
    var number = Inzien.numbers().get(which);
    if (hides) {
      homes.keptFrom(number);
    } else {
      homes.lookedAt(number);
    }
    var browser = SimulatedBrowser.at(gateway);
    browser.logIn(number);
    (hides ? kept : free).add(new Mother(browser, pages(gateway, browser)));
  }

  /// @return how many rounds counted
  private int measure(List<String> kinds, int times) {
    var until = System.nanoTime() + LONGEST.toNanos();
    int done = 0;
    for (int round = -WARM; round < times && System.nanoTime() < until; round++) {
      int turn = Math.floorMod(round, MOTHERS);
      var three = List.of(free.get(turn), free.get((turn + 1) % MOTHERS), kept.get(turn));
      var order = new ArrayList<>(kinds);
      Collections.shuffle(order, random);
      for (var kind : order) {
        var took = round(three, kind, round);
        if (round >= 0) {
          millis.computeIfAbsent(kind, _ -> new ArrayList<>()).add(took);
        }
      }
      done = Math.max(0, round + 1);
    }
    return done;
  }

  /// The same page of each, in an order drawn by lot.
  private double[] round(List<Mother> three, String kind, int round) {
    var order = new ArrayList<>(List.of(0, 1, 2));
    Collections.shuffle(order, random);
    var took = new double[three.size()];
    for (int who : order) {
      var mother = three.get(who);
      var addresses = mother.pages().getOrDefault(kind, List.of());
      var address = addresses.get(Math.floorMod(round, addresses.size()));
      var begin = System.nanoTime();
      var status = mother.browser().get(address).status();
      took[who] = (System.nanoTime() - begin) / 1e6;
      if (status != 200) {
        throw new IllegalStateException("`" + kind + "` answers " + status);
      }
    }
    return took;
  }

  /// The first addresses of each kind of page to which one leads.
  private static Map<String, List<String>> pages(DevGateway gateway, SimulatedBrowser browser) {
    var routes = PageRoute.of(gateway);
    var found = new LinkedHashMap<String, List<String>>();
    var next = new ArrayList<>(List.of("/mijn"));
    for (int i = 0; i < next.size(); i++) {
      var address = next.get(i);
      var route = PageRoute.of(routes, address);
      if (route.isEmpty() || next.indexOf(address) < i) {
        continue;
      }
      var known = found.computeIfAbsent(route.get().path(), _ -> new ArrayList<>());
      if (known.size() < MOST_OF_A_KIND) {
        var answer = browser.get(address);
        if (answer.status() == 200) {
          known.add(address);
          next.addAll(PageRoute.links(answer.body()));
          next.addAll(PageRoute.below(routes, address));
        }
      }
    }
    found.values().removeIf(List::isEmpty);
    return found;
  }
}
