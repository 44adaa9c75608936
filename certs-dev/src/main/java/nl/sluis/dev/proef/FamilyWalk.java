package nl.sluis.dev.proef;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.PageRoute;
import nl.sluis.dev.partner.SimulatedBrowser;
import org.jspecify.annotations.Nullable;

/// Somebody who goes through every page of Sluis to which a link leads, one of each kind each turn,
/// and how long each took. Kinds of pages come from the router: a page that is added is gone
/// through by itself. For one thread.
final class FamilyWalk {
  private static final String HOME = "/mijn";
  private static final String WHY = "/waarom";
  private static final int MOST_OF_A_KIND = 12;
  private static final Pattern CONFIRM = Pattern.compile("action=\"([^\"]*/bevestigen)\"");

  private final List<PageRoute> routes;
  private final Random random;
  private final PageTimes times = new PageTimes();

  FamilyWalk(DevGateway gateway, Random random) {
    this.routes = PageRoute.of(gateway);
    this.random = random;
  }

  /// Addresses to which anything leads this person, at most twelve of each kind of page; what is
  /// shown after an answer is there only where somebody answered.
  Map<PageRoute, List<String>> addresses(SimulatedBrowser browser) {
    return addresses(browser, MOST_OF_A_KIND);
  }

  private Map<PageRoute, List<String>> addresses(SimulatedBrowser browser, int most) {
    Map<PageRoute, List<String>> known = new LinkedHashMap<>();
    var seen = new LinkedHashSet<String>();
    var next = new ArrayDeque<String>(List.of(HOME));
    while (!next.isEmpty()) {
      var address = next.removeFirst();
      var route = PageRoute.of(routes, address);
      if (route.isPresent() && !isFull(known.get(route.get()), most) && seen.add(address)) {
        var answer = browser.get(address);
        if (answer.status() == 200) {
          known.computeIfAbsent(route.get(), _ -> new ArrayList<>()).add(address);
          next.addAll(PageRoute.links(answer.body()));
          next.addAll(PageRoute.below(routes, address));
        }
      }
    }
    return known;
  }

  private static boolean isFull(@Nullable List<String> addresses, int most) {
    return addresses != null && addresses.size() == most;
  }

  /// Asks why something went out, so that there is a request to look at.
  void asks(SimulatedBrowser browser) {
    var address =
        addresses(browser, 1).values().stream()
            .flatMap(List::stream)
            .filter(one -> one.endsWith(WHY))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("there is nothing of which to ask why"));
    var token = browser.formToken(HOME);
    var asked = browser.post(address, Map.of("woorden", "", "bewijs", token));
    if (asked.status() != 303) {
      throw new IllegalStateException("asking why answers " + asked.status());
    }
  }

  /// One turn through everything: one page of each kind.
  ///
  /// @param counts whether it is remembered how long it took
  void turn(SimulatedBrowser browser, Map<PageRoute, List<String>> known, boolean counts) {
    known.forEach(
        (route, addresses) -> {
          var address = addresses.get(random.nextInt(addresses.size()));
          var page = times.open(route.path(), counts, () -> browser.get(address));
          confirms(browser, page.body(), counts);
        });
  }

  /// What follows from yes, which is shown before anything is said.
  private void confirms(SimulatedBrowser browser, String page, boolean counts) {
    var form = CONFIRM.matcher(page);
    if (form.find()) {
      var token = browser.formToken(HOME);
      times.open(
          "POST …/bevestigen",
          counts,
          () -> browser.post(form.group(1), Map.of("antwoord", "ja", "bewijs", token)));
    }
  }

  /// How long each kind of page took.
  PageTimes times() {
    return times;
  }

  /// The kinds of pages to which nothing led.
  List<String> unopened() {
    var opened = times.kinds();
    return routes.stream().map(PageRoute::path).filter(path -> !opened.contains(path)).toList();
  }
}
