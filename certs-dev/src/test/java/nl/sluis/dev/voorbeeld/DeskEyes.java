package nl.sluis.dev.voorbeeld;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.sluis.dev.rig.Browser;
import nl.sluis.dev.rig.DevWorkplace;
import nl.sluis.dev.rig.PageForm;
import nl.sluis.dev.rig.WorkVisit;
import nl.sluis.gateway.aanmelding.StaffSignIn;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.werkplek.DraftCookie;
import nl.sluis.policies.scan.BsnScan;

/// Looks at pages of the desk in a real browser in which whoever clicks through it is logged in
/// too: on a phone and at a screen, with a keyboard, by axe, and without scripts. Keeps what is
/// wrong. One thread.
final class DeskEyes implements AutoCloseable {
  /// The narrowest at which nobody has to scroll sideways (WCAG 2.2, 1.4.10).
  static final int NARROW = 320;

  /// The screen of a laptop of a school.
  static final int LAPTOP = 1366;

  /// A page and what belongs to it, over the line.
  private static final long MOST_BYTES = 60_000;

  private static final int OK = 200;
  private static final int NOWHERE = 404;
  private static final Set<Integer> MOVED = Set.of(302, 303, 307);
  private static final Pattern HOLE = Pattern.compile("\\{[a-z]+}");

  /// Numbers of our own, which are drawn at random.
  private static final Pattern NUMBERED =
      Pattern.compile("value=\"[^\"]{40,}\"|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private static final String SAID =
      """
      () => [...document.querySelectorAll("body *")]
        .filter((one) => one.checkVisibility() && !one.matches("[data-voorlezen]"))
        .filter((one) => one.children.length === 0 || one.matches("a, button, summary, label"))
        .map((one) => `${one.tagName} ${one.innerText ?? ""}`.trim()).join("\\n")
      """;

  /// A form as a page sends it, by whoever has the page open.
  private static final String SENDS =
      """
      (form) => {
        const made = document.createElement("form");
        made.method = "post";
        made.action = form.action;
        for (const [name, value] of Object.entries(form.fields)) {
          for (const one of [value].flat()) {
            const field = document.createElement("input");
            field.type = "hidden";
            field.name = name;
            field.value = one;
            made.append(field);
          }
        }
        document.body.append(made);
        made.submit();
      }
      """;

  private static final String STYLED =
      """
      () => [...document.querySelectorAll("*")]
        .filter((one) => one.matches("style, script:not([src])")
          || [...one.attributes].some((own) => own.name === "style" || own.name.startsWith("on")))
        .map((one) => one.outerHTML)
      """;

  /// Who is in danger finds this on every page, in sight.
  private static final List<String> ACUTE =
      List.of(
          "header a[href='/werk/acuut']",
          "aside a[href='tel:112']",
          "aside a[href='tel:08002000']");

  private final Map<Topic, List<String>> wrong = new EnumMap<>(Topic.class);
  private final Set<String> seen = new TreeSet<>();
  private final List<String> routes;
  private final URI home;
  private final Browser browser;
  private final BrowserContext plain;
  private final Page still;

  /// What is looked at.
  enum Topic {
    /// It is there, under its own address.
    OPENS,
    AXE,
    /// One h1, the landmarks, labels, a title, nothing inline.
    FRAME,
    WIDTH,
    KEYBOARD,
    FORCED,
    PAPER,
    /// Without scripts the same words, and a button on every form.
    SCRIPTS,
    ACUTE,
    BSN,
    WEIGHT,
    /// The browser refused or missed something, or asked it of others.
    QUIET
  }

  DeskEyes(DevWorkplace desk) {
    this.home = desk.address();
    this.routes = desk.desk().routes();
    this.browser = Browser.open(home, home.getPort());
    this.plain =
        browser
            .page()
            .context()
            .browser()
            .newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setIgnoreHTTPSErrors(true)
                    .setJavaScriptEnabled(false)
                    .setViewportSize(NARROW, LAPTOP));
    this.still = plain.newPage();
  }

  /// What was found wrong with any page so far.
  Map<Topic, List<String>> wrong() {
    quiet();
    return wrong;
  }

  /// Which routes of the router were opened.
  Set<String> seen() {
    return seen;
  }

  /// Opens this page for whoever this is.
  void see(WorkVisit visit, String path) {
    see(visit, path, OK);
  }

  /// Opens this page, which is answered with this status.
  void see(WorkVisit visit, String path, int status) {
    sits(visit);
    browser.wide(NARROW);
    boolean first = status == NOWHERE || remembers("GET ", path);
    int got = browser.go(path);
    var here = URI.create(browser.page().url()).getPath();
    if (got != status || !here.equals(URI.create(path).getPath())) {
      wrong(Topic.OPENS, path, List.of("status " + got + " at " + here));
      return;
    }
    looks(path);
    if (first) {
      looksLonger(path);
      withoutScripts(path);
    }
  }

  private void withoutScripts(String path) {
    still.navigate(home.resolve(path).toString());
    if (!browser.page().evaluate(SAID).equals(still.evaluate(SAID))) {
      wrong(Topic.SCRIPTS, path, List.of("says something else with scripts"));
    }
  }

  /// Sends these fields, of which the answer is a page with this status.
  @SuppressWarnings("deprecation") // what comes of a form may stand at any address
  void send(WorkVisit visit, String path, Map<String, ?> fields, int status) {
    sits(visit);
    browser.wide(NARROW);
    boolean first = remembers("POST ", path);
    browser.go("/toegankelijkheid");
    var all = new LinkedHashMap<String, Object>(fields);
    all.put(WorkVisit.TOKEN, visit.token());
    var statuses = new ArrayList<Integer>();
    browser
        .page()
        .onResponse(
            answer -> {
              if (answer.request().isNavigationRequest()) {
                statuses.add(answer.status());
              }
            });
    browser
        .page()
        .waitForNavigation(
            () -> browser.page().evaluate(SENDS, Map.of("action", path, "fields", all)));
    var here = URI.create(browser.page().url()).getPath();
    if (!statuses.contains(status) || !here.equals(path)) {
      wrong(Topic.OPENS, path, List.of("sent: status " + statuses + " at " + here));
      return;
    }
    looks(path);
    if (first) {
      looksLonger(path);
    }
  }

  /// Opens what is no page: it leads elsewhere, or it is a file.
  void passes(WorkVisit visit, String path) {
    boolean first = remembers("GET ", path);
    var answer = visit.get(path);
    var kind = answer.headers().getOrDefault("content-type", "");
    if (first
        && !MOVED.contains(answer.status())
        && (answer.status() != OK || kind.startsWith("text/html"))) {
      wrong(Topic.OPENS, path, List.of("is a page: " + answer.status() + " " + kind));
    }
  }

  /// @return whether that route was not seen before
  private boolean remembers(String method, String path) {
    var plainPath = URI.create(path).getPath();
    var route =
        routes.stream()
            .filter(one -> one.startsWith(method))
            .filter(one -> matches(one.substring(method.length()), plainPath))
            .min(Comparator.comparingLong(one -> HOLE.matcher(one).results().count()));
    if (route.isEmpty()) {
      wrong(Topic.OPENS, path, List.of("is nowhere in the router"));
    }
    return route.map(seen::add).orElse(false);
  }

  private static boolean matches(String route, String path) {
    var parts = List.of(route.split("/", -1));
    var given = List.of(path.split("/", -1));
    if (parts.size() != given.size()) {
      return false;
    }
    for (int at = 0; at < parts.size(); at++) {
      if (!HOLE.matcher(parts.get(at)).matches() && !parts.get(at).equals(given.get(at))) {
        return false;
      }
    }
    return true;
  }

  /// The browser has the session of this person from now on.
  private void sits(WorkVisit visit) {
    for (var context : List.of(browser.page().context(), plain)) {
      context.clearCookies();
      for (var name : List.of(StaffSignIn.Desk.WERK.cookie(), DraftCookie.NAME)) {
        visit
            .browser()
            .cookie(name)
            .filter(value -> !value.isEmpty())
            .ifPresent(
                value ->
                    context.addCookies(
                        List.of(new Cookie(name, value).setUrl(home.toString()).setSecure(true))));
      }
    }
  }

  private void looks(String path) {
    var look = new Look(browser);
    var page = browser.page();
    var html = page.content();
    wrong(Topic.FRAME, path, look.frame(Language.NL));
    wrong(Topic.FRAME, path, look.told(STYLED, Map.of()));
    for (var what : ACUTE) {
      if (!page.locator(what).first().isVisible()) {
        wrong(Topic.ACUTE, path, List.of("not in sight: " + what));
      }
    }
    if (BsnScan.holdsBsn(NUMBERED.matcher(html).replaceAll(""))) {
      wrong(Topic.BSN, path, List.of("something that can be a BSN"));
    }
    for (var form : PageForm.all(html)) {
      if (!html.contains("<button") || form.action().isEmpty()) {
        wrong(Topic.SCRIPTS, path, List.of("a form that nobody can send"));
      }
    }
    if (browser.weight() > MOST_BYTES) {
      wrong(Topic.WEIGHT, path, List.of(browser.weight() + " bytes"));
    }
    wrong(Topic.AXE, path, browser.violations());
    wrong(Topic.WIDTH, path, look.width());
    look.keeps("werkplek" + path.replaceAll("[^a-z]+", "-") + "-" + NARROW);
    var shown = browser.shown();
    browser.wide(LAPTOP);
    var same = shown.equals(browser.shown());
    wrong(Topic.AXE, path, same ? browser.violationsOfLayout() : browser.violations());
    wrong(Topic.WIDTH, path, look.width());
  }

  /// What follows from the template and not from what was filled in.
  private void looksLonger(String path) {
    var look = new Look(browser);
    wrong(Topic.PAPER, path, look.paper());
    wrong(Topic.KEYBOARD, path, look.keyboard());
    look.forced(true);
    wrong(Topic.FORCED, path, look.colours());
    look.forced(false);
  }

  private void wrong(Topic topic, String path, List<String> what) {
    if (!what.isEmpty()) {
      var all = wrong.computeIfAbsent(topic, _ -> new ArrayList<>());
      what.forEach(one -> all.add(path + ": " + one));
    }
  }

  /// Nothing was asked of anybody else, and the browser had nothing to complain about but that a
  /// page was not there or a form not filled in.
  private void quiet() {
    var own = home.toString();
    browser.asked().stream()
        .filter(address -> !address.startsWith(own))
        .forEach(address -> wrong(Topic.QUIET, "asked", List.of(address)));
    browser.complaints().stream()
        .filter(said -> !said.matches(".*status of 4(04|22).*"))
        .forEach(said -> wrong(Topic.QUIET, "said", List.of(said)));
  }

  @Override
  public void close() {
    plain.close();
    browser.close();
  }
}
