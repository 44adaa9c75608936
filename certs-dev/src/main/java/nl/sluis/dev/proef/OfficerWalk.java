package nl.sluis.dev.proef;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevOfficer;
import nl.sluis.dev.partner.PageRoute;
import nl.sluis.dev.partner.SimulatedBrowser;

/// Officers who open everything that they may at their desk, one of each kind each turn, and search
/// as they do: each kind of question is a kind of page. For one thread.
final class OfficerWalk implements AutoCloseable {
  /// The way in to everything.
  static final String HOME = "/toezicht";

  private static final String ROWS = HOME + "/regels";
  private static final String ROW = ROWS + "/{id}";
  private static final String OPEN = "/openen";
  private static final int MOST_OF_A_KIND = 12;
  private static final Pattern NEXT = Pattern.compile("name=\"verder\" value=\"([0-9a-f-]{36})\"");
  private static final Map<String, String> WHY =
      Map.of("reden-openen", "klacht", "toelichting", "Iemand klaagde dat er te veel is gedeeld.");

  private final List<PageRoute> routes;
  private final Random random;
  private final LocalDate today;
  private final PageTimes times = new PageTimes();
  private final List<Visit> visits = new ArrayList<>();
  private String next = "";

  /// An officer at work.
  ///
  /// @param token that stands in the forms of the session
  /// @param known to what addresses anything leads
  /// @param rows that can be opened; none when this officer opens none
  /// @param asks the questions, by how they are called
  private record Visit(
      SimulatedBrowser browser,
      String token,
      Map<PageRoute, List<String>> known,
      List<String> rows,
      Map<String, Supplier<Map<String, String>>> asks) {}

  /// @param today the last day of the logbook
  OfficerWalk(DevGateway gateway, LocalDate today, Random random) {
    this.routes =
        PageRoute.of(gateway, HOME).stream()
            .filter(route -> !route.path().matches(HOME + "(/functie|/aanmelden.*)?"))
            .toList();
    this.random = random;
    this.today = today;
  }

  /// One more officer, who finds out first what there is.
  ///
  /// @param searches whether it searches and opens as well
  void enter(DevGateway gateway, DevOfficer officer, boolean searches) {
    var browser = officer.at(gateway);
    var token = browser.formToken(HOME);
    var known = addresses(browser);
    var opened =
        known.entrySet().stream()
            .filter(one -> searches && one.getKey().path().equals(ROW))
            .flatMap(one -> one.getValue().stream())
            .filter(row -> browser.get(row).body().contains(row + OPEN))
            .toList();
    visits.add(new Visit(browser, token, known, opened, searches ? asks() : Map.of()));
  }

  private static Answer send(Visit visit, String path, Map<String, String> fields) {
    var all = new LinkedHashMap<>(fields);
    all.put("bewijs", visit.token());
    return visit.browser().post(path, all);
  }

  private Map<PageRoute, List<String>> addresses(SimulatedBrowser browser) {
    Map<PageRoute, List<String>> known = new LinkedHashMap<>();
    var seen = new LinkedHashSet<String>();
    var waiting = new ArrayDeque<>(PageRoute.links(browser.get(HOME).body()));
    while (!waiting.isEmpty()) {
      var address = waiting.removeFirst();
      var route = PageRoute.of(routes, address);
      if (route.isPresent()
          && known.getOrDefault(route.get(), List.of()).size() < MOST_OF_A_KIND
          && seen.add(address)) {
        var answer = browser.get(address);
        if (answer.status() == 200) {
          known.computeIfAbsent(route.get(), _ -> new ArrayList<>()).add(address);
          waiting.addAll(PageRoute.links(answer.body()));
        }
      }
    }
    return known;
  }

  private Map<String, Supplier<Map<String, String>>> asks() {
    var asks = new LinkedHashMap<String, Supplier<Map<String, String>>>();
    asks.put(ROWS + ": een dag", () -> day().map((from, to) -> Map.of("van", from, "tot", from)));
    asks.put(ROWS + ": tot een dag", () -> day().map((from, to) -> Map.of("tot", from)));
    asks.put(
        ROWS + ": een week, een doel en een ontvanger",
        () ->
            day()
                .map(
                    (from, to) ->
                        Map.of(
                            "van",
                            from,
                            "tot",
                            to,
                            "doel",
                            "signaal-bespreken-cjg",
                            "organisatie",
                            AskingSchool.CJG)));
    asks.put(ROWS + ": wat er zelden is", () -> Map.of("soort", "geweigerd"));
    asks.put(ROWS + ": wat er nooit is", () -> Map.of("medewerker", "0".repeat(32)));
    asks.put(ROWS + ": per betrokkene", () -> Map.of("weergave", "dossier"));
    asks.put(ROWS + ": per medewerker", () -> Map.of("weergave", "medewerker"));
    asks.put(ROWS + ": per dag", () -> Map.of("weergave", "dag"));
    asks.put(ROWS + ": verder", () -> next.isEmpty() ? Map.of() : Map.of("verder", next));
    asks.put(
        ROWS + "/betrokkene",
        () -> {
          var fields = new LinkedHashMap<>(WHY);
          fields.put("verwijzing-soort", "eigen-kenmerk");
          fields.put("verwijzing", FamilyHomes.named(random.nextInt(FamilyHomes.CHILDREN)));
          return fields;
        });
    return asks;
  }

  /// A week of those five years.
  private Week day() {
    var from = today.minusDays(8 + random.nextInt(1_700));
    return new Week(from.toString(), from.plusDays(6).toString());
  }

  private record Week(String from, String to) {
    interface Asking {
      Map<String, String> of(String from, String to);
    }

    Map<String, String> map(Asking asking) {
      return asking.of(from, to);
    }
  }

  /// One turn of everybody through everything.
  ///
  /// @param counts whether it is remembered how long it took
  void turn(boolean counts) {
    for (var visit : visits) {
      visit
          .known()
          .forEach(
              (route, addresses) -> {
                var address = addresses.get(random.nextInt(addresses.size()));
                times.open(route.path(), counts, () -> visit.browser().get(address));
              });
      visit
          .asks()
          .forEach(
              (kind, fields) -> {
                var path = kind.replaceAll(":.*", "");
                var sent = fields.get();
                var page = times.open("POST " + kind, counts, () -> send(visit, path, sent));
                if (kind.endsWith(": verder")) {
                  var more = NEXT.matcher(page.body());
                  next = more.find() ? more.group(1) : "";
                }
              });
      if (!visit.rows().isEmpty()) {
        var row = visit.rows().get(random.nextInt(visit.rows().size()));
        times.open("POST " + ROW + OPEN, counts, () -> send(visit, row + OPEN, WHY));
      }
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

  @Override
  public void close() {
    visits.forEach(visit -> visit.browser().close());
  }
}
