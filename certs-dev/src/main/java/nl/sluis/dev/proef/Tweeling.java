package nl.sluis.dev.proef;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.PageRoute;
import nl.sluis.dev.partner.SimulatedBrowser;

/// Can a mother from whom something is hidden tell so from how long her pages take? Two mothers of
/// three open the same pages, in an order drawn by lot; at the children of the one there is a
/// question that is hidden from her. For one thread.
final class Tweeling {
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
  private static final List<String> NUMBERS = List.of("999990019", "999990020");
  private static final int WARM = 40;
  private static final int ROUNDS = 2_000;
  private static final double UNLIKELY = 0.01;

  private Tweeling() {}

  /// @param times how often each of them opens each page
  /// @return 0 when no page tells the one from the other, and 1 when one does
  static int run(int times, PrintStream out) {
    try (var postgres = DevPostgres.temporary();
        var gateway =
            DevGateway.start(DevSite.temporary(NOW), postgres.fresh(), DevGateway.Ports.ANY)) {
      var homes = new FamilyHomes(gateway);
      homes.lookedAt(NUMBERS.getFirst());
      homes.keptFrom(NUMBERS.getLast());
      try (var never = SimulatedBrowser.at(gateway);
          var hidden = SimulatedBrowser.at(gateway)) {
        never.logIn(NUMBERS.getFirst());
        hidden.logIn(NUMBERS.getLast());
        return compare(gateway, List.of(never, hidden), times, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int compare(
      DevGateway gateway, List<SimulatedBrowser> browsers, int times, PrintStream out) {
    var pages = browsers.stream().map(browser -> pages(gateway, browser)).toList();
    out.printf("%-42s %10s %10s %8s%n", "bladzijde", "nooit p50", "verborgen", "p");
    double least = 1;
    for (var kind : pages.getFirst().entrySet()) {
      var other = pages.getLast().get(kind.getKey());
      if (other == null) {
        out.println(kind.getKey() + ": alleen bij de een");
        return 1;
      }
      var p = compare(kind.getKey(), browsers, List.of(kind.getValue(), other), times, out);
      least = Math.min(least, p * pages.getFirst().size());
    }
    boolean alike = least > UNLIKELY;
    out.printf(Locale.ROOT, "kleinste p, keer het aantal bladzijden: %.3f%n", Math.min(1, least));
    out.println(
        alike
            ? "Aan de tijd is niet te zien dat er iets verborgen is."
            : "FOUT: aan de tijd is te zien dat er iets verborgen is.");
    return alike ? 0 : 1;
  }

  /// In pairs, the first of which is drawn by lot.
  private static double compare(
      String kind,
      List<SimulatedBrowser> browsers,
      List<String> addresses,
      int times,
      PrintStream out) {
    var random = new Random(7);
    var millis = new double[2 * times];
    var group = new int[2 * times];
    for (int i = -WARM; i < times; i++) {
      int first = random.nextInt(2);
      for (int turn = 0; turn < 2; turn++) {
        int who = (first + turn) % 2;
        double took = millis(browsers.get(who), addresses.get(who));
        if (i >= 0) {
          millis[2 * i + turn] = took;
          group[2 * i + turn] = who;
        }
      }
    }
    double p = new Permutation(millis, group).p(ROUNDS, 7);
    out.printf(
        Locale.ROOT,
        "%-42s %10.2f %10.2f %8.3f%n",
        kind,
        middle(millis, group, 0),
        middle(millis, group, 1),
        p);
    return p;
  }

  private static double millis(SimulatedBrowser browser, String address) {
    var begin = System.nanoTime();
    browser.get(address);
    return (System.nanoTime() - begin) / 1e6;
  }

  private static double middle(double[] millis, int[] group, int of) {
    var all = new ArrayList<Double>();
    for (int i = 0; i < millis.length; i++) {
      if (group[i] == of) {
        all.add(millis[i]);
      }
    }
    all.sort(null);
    return all.get(all.size() / 2);
  }

  /// One address of each kind of page to which one leads.
  private static Map<String, String> pages(DevGateway gateway, SimulatedBrowser browser) {
    var routes = PageRoute.of(gateway);
    var found = new LinkedHashMap<String, String>();
    var next = new ArrayList<>(List.of("/mijn"));
    for (int i = 0; i < next.size(); i++) {
      var address = next.get(i);
      var route = PageRoute.of(routes, address);
      if (route.isPresent() && found.putIfAbsent(route.get().path(), address) == null) {
        next.addAll(PageRoute.links(browser.get(address).body()));
        next.addAll(PageRoute.below(routes, address));
      }
    }
    return found;
  }
}
