package nl.sluis.dev.voorbeeld;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.PageRoute;
import nl.sluis.dev.partner.SimulatedBrowser;
import nl.sluis.dev.rig.DatabaseLine;

/// Somebody who opens every page and every download to which any page leads, and what it said and
/// how many statements it asked of the database.
///
/// What they said is compared as [TwinText] has it. For one thread.
final class TwinVisitor implements AutoCloseable {
  private static final String HOME = "/mijn";
  private static final int MOST = 300;

  /// How many links of one kind are followed from one page; and the last of them. What the law
  /// orders is a long list of which each entry leads to the same few pages.
  private static final int FEW = 6;

  /// Of how many pages of one kind the statements are counted.
  private static final int COUNTED = 4;

  /// The least, which must come back so often: what works in the background asks something now and
  /// then.
  private static final int TIMES = 3;

  private static final int MOST_TIMES = 20;

  /// How long nothing must have been asked before counting begins, and how often that is looked at.
  private static final long STILL_NANOS = 300_000_000;

  private static final int LOOKS = 60;

  private final SimulatedBrowser browser;
  private final DatabaseLine line;
  private final List<PageRoute> routes;
  private final Set<String> opened = new LinkedHashSet<>();
  private final Map<String, Integer> kinds = new TreeMap<>();

  /// What one page said.
  ///
  /// @param route which page, as the router has it
  /// @param said with what is its own replaced
  /// @param statements how many it asked of the database; none of what is signed, for a proof of
  ///   the logbook is read from as many tiles as its place in the logbook of everybody takes
  record Seen(String route, String said, long statements) {}

  TwinVisitor(DevGateway gateway, DatabaseLine line, String number) {
    gateway.site().login().provider().people().add("iemand " + number, number);
    this.line = line;
    this.routes = PageRoute.of(gateway);
    this.browser = SimulatedBrowser.at(gateway);
    browser.logIn(number);
  }

  /// Every page, in the order of the links.
  ///
  /// @param counting whether statements are counted
  /// @throws IllegalStateException when they are too many to be of one person
  List<Seen> visits(boolean counting) {
    var seen = new ArrayList<Seen>();
    if (counting) {
      waitsForStillness();
    }
    var next = new ArrayDeque<String>(List.of(HOME));
    while (!next.isEmpty()) {
      var path = next.removeFirst();
      var route = PageRoute.of(routes, path);
      if (route.isPresent() && opened.add(path)) {
        int of = kinds.merge(route.get().path(), 1, Integer::sum);
        var answer = browser.get(path);
        boolean counts = counting && of <= COUNTED && !TwinText.isSigned(answer);
        seen.add(
            new Seen(
                route.get().path(),
                TwinText.of(answer, browser.lastBytes()),
                counts ? statements(path) : 0));
        next.addAll(few(PageRoute.links(answer.body())));
        next.addAll(PageRoute.below(routes, path));
      }
      if (opened.size() > MOST) {
        throw new IllegalStateException("the walk grows: " + kinds);
      }
    }
    return seen;
  }

  /// The first links of each kind, and the last.
  private List<String> few(List<String> links) {
    var found = new LinkedHashMap<String, List<String>>();
    for (var link : links) {
      PageRoute.of(routes, link)
          .ifPresent(r -> found.computeIfAbsent(r.path(), _ -> new ArrayList<>()).add(link));
    }
    return found.values().stream()
        .flatMap(of -> Stream.concat(of.stream().limit(FEW), Stream.of(of.getLast())))
        .toList();
  }

  /// What follows on the story in the background would be counted with the first page.
  private void waitsForStillness() {
    long before = -1;
    for (int i = 0; i < LOOKS && line.asked() != before; i++) {
      before = line.asked();
      LockSupport.parkNanos(STILL_NANOS);
    }
  }

  private long statements(String path) {
    long least = Long.MAX_VALUE;
    int same = 0;
    for (int i = 0; i < MOST_TIMES && same < TIMES; i++) {
      long before = line.asked();
      browser.get(path);
      long asked = line.asked() - before;
      same = asked < least ? 1 : same + (asked == least ? 1 : 0);
      least = Math.min(least, asked);
    }
    return least;
  }

  /// What is answered at an address of somebody else.
  String answerAt(String path) {
    return TwinText.of(browser.get(path), browser.lastBytes());
  }

  /// The addresses that were opened.
  Set<String> opened() {
    return opened;
  }

  /// The kinds of pages that were opened, as the router has them.
  Set<String> kinds() {
    return kinds.keySet();
  }

  @Override
  public void close() {
    browser.close();
  }
}
