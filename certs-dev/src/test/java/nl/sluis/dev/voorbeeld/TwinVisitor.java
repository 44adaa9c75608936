package nl.sluis.dev.voorbeeld;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.PageRoute;
import nl.sluis.dev.partner.SimulatedBrowser;
import nl.sluis.dev.rig.DatabaseLine;

/// Somebody who opens every page and every download to which any page leads, and what it said and
/// how many statements it asked of the database.
///
/// Own identifiers, codes and the token of the session are replaced, and what is signed is opened;
/// everything else counts: status, headers, length, order and every byte. For one thread.
final class TwinVisitor implements AutoCloseable {
  private static final String HOME = "/mijn";
  private static final int MOST = 300;
  private static final List<String> APART =
      List.of("/mijn/overzichten", "/mijn/verzoeken", "/mijn/bereik", "/mijn/code", "/mijn/loket");

  /// The least of so many: what works in the background asks something now and then.
  private static final int TIMES = 4;

  private static final Pattern OWN =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\\b[0-9a-f]{32}\\b"
              + "|[0-9a-f]{64}|\\b[0-9a-f]{4}(?:-[0-9a-f]{4}){2}\\b|: [0-9]{6}<"
              + "|name=\"bewijs\" value=\"[^\"]*\"|\"sluis:logboek\":\"[^\"]*\"");
  private static final Set<String> OF_THE_MOMENT = Set.of("date", "content-length", "set-cookie");

  private final SimulatedBrowser browser;
  private final DatabaseLine line;
  private final List<PageRoute> routes;
  private final Set<String> opened = new LinkedHashSet<>();
  private final Set<String> kinds = new TreeSet<>();

  /// What one page said.
  ///
  /// @param said with what is its own replaced
  /// @param statements how many it asked of the database; none of what is signed, for a proof of
  ///   the logbook is read from as many tiles as its place in the logbook of everybody takes
  record Seen(String said, long statements) {}

  TwinVisitor(DevGateway gateway, DatabaseLine line, String number) {
    gateway.site().login().provider().people().add("iemand " + number, number);
    this.line = line;
    this.routes = compared(gateway);
    this.browser = SimulatedBrowser.at(gateway);
    browser.logIn(number);
  }

  /// Every page but those of parts with twins of their own: `MonthStatementSpec`, `RightsSpec`,
  /// `MailStorySpec`, `EnteringACodeSpec` and `CounterSpec`.
  static List<PageRoute> compared(DevGateway gateway) {
    return PageRoute.of(gateway).stream()
        .filter(route -> APART.stream().noneMatch(route.path()::startsWith))
        .toList();
  }

  /// Every page, in the order of the links.
  List<Seen> visits() {
    var seen = new ArrayList<Seen>();
    var next = new ArrayDeque<String>(List.of(HOME));
    while (!next.isEmpty() && opened.size() < MOST) {
      var path = next.removeFirst();
      var route = PageRoute.of(routes, path);
      if (route.isPresent() && opened.add(path)) {
        kinds.add(route.get().path());
        var answer = browser.get(path);
        seen.add(new Seen(text(answer), isSigned(answer) ? 0 : statements(path)));
        next.addAll(PageRoute.links(answer.body()));
        next.addAll(PageRoute.below(routes, path));
      }
    }
    return seen;
  }

  private long statements(String path) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < TIMES; i++) {
      long before = line.asked();
      browser.get(path);
      least = Math.min(least, line.asked() - before);
    }
    return least;
  }

  /// What is answered at an address of somebody else.
  String answerAt(String path) {
    return text(browser.get(path));
  }

  /// The addresses that were opened.
  Set<String> opened() {
    return opened;
  }

  /// The kinds of pages that were opened, as the router has them.
  Set<String> kinds() {
    return kinds;
  }

  private static String text(Answer answer) {
    var headers = new TreeMap<>(answer.headers());
    headers.keySet().removeAll(OF_THE_MOMENT);
    var body = OWN.matcher(signed(answer)).replaceAll("eigen");
    return answer.status() + " " + headers + "\n" + body.length() + "\n" + body;
  }

  /// What is signed, without its signature.
  private static String signed(Answer answer) {
    if (!isSigned(answer)) {
      return answer.body();
    }
    var parts = answer.body().split("\\.", -1);
    return new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
  }

  private static boolean isSigned(Answer answer) {
    return answer.headers().getOrDefault("content-type", "").equals("application/jwt");
  }

  @Override
  public void close() {
    browser.close();
  }
}
