package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.dev.rig.Browser;
import nl.sluis.dev.voorbeeld.PageTable.Row;
import nl.sluis.dev.voorbeeld.PageTable.Way;
import nl.sluis.dev.voorbeeld.Screens.Who;
import nl.sluis.gateway.vorm.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Every page that Sluis prints, in a real browser: as `schermen/bladzijden.md` opens them, in
/// Dutch and in Arabic, on a phone and at a desk, enlarged four times, in the colours of the
/// machine, with a keyboard, and without scripts (WCAG 2.2 AA, EN 301 549).
@Timeout(value = 6, unit = TimeUnit.MINUTES)
final class EveryPageSpec {
  /// A page and what belongs to it, over the line.
  private static final long MOST_BYTES = 60_000;

  /// How wide a desk is when everything is four times as large (WCAG 2.2, 1.4.10).
  private static final int ENLARGED = Browser.DESK / 4;

  /// What the manual gives a municipality as an example.
  private static final Pattern EXAMPLE = Pattern.compile("```css\n(.*?)```", Pattern.DOTALL);

  private static final Pattern FORM = Pattern.compile("^(H[1-6]|LABEL|BUTTON|LEGEND|INPUT) ");
  private static final Map<Topic, List<String>> WRONG = new EnumMap<>(Topic.class);
  private static final Set<String> CONTENT = new HashSet<>();
  private static Screens screens;
  private static PageTable table;

  /// What is looked at.
  private enum Topic {
    OPENS,
    AXE,
    FRAME,
    WIDTH,
    KEYBOARD,
    FORCED,
    PAPER,
    SCRIPTS,
    QUIET,
    WEIGHT
  }

  @BeforeAll
  static void tell_the_story() throws IOException {
    table = PageTable.read();
    screens = Screens.open();
  }

  @AfterAll
  static void stop() throws IOException {
    if (screens != null) {
      screens.close();
    }
  }

  @BeforeEach
  void nothing_is_wrong_yet() {
    WRONG.clear();
    CONTENT.clear();
  }

  private static void everything(Who who) {
    var browser = screens.as(who);
    table.forget();
    table.of(who).forEach(row -> inDutch(row, browser));
    // Pages of professionals are in Dutch whatever somebody chose.
    if (who != Who.FG && who != Who.BEHEERDER) {
      screens.reads(Language.AR);
      table.of(who).forEach(row -> inArabic(row, browser));
    }
    quiet(browser);
    screens.as(who, false);
    table.of(who).forEach(row -> withoutScripts(row, browser));
  }

  private static void inDutch(Row row, Browser browser) {
    var look = new Look(browser);
    if (!opens(row, browser)) {
      return;
    }
    table.found(row, look.links());
    if (row.way() != Way.LOS) {
      wrong(Topic.FRAME, row, look.frame(Language.NL));
      wrong(Topic.PAPER, row, look.paper());
    }
    if (browser.weight() > MOST_BYTES) {
      wrong(Topic.WEIGHT, row, List.of(browser.weight() + " bytes"));
    }
    widths(row, browser, Language.NL);
    wrong(Topic.KEYBOARD, row, look.keyboard());
    look.forced(true);
    wrong(Topic.FORCED, row, look.colours());
    look.keeps(table.name(row) + "-eigen-kleuren");
    look.forced(false);
    look.keepsPaper(table.name(row));
    CONTENT.add(content(row, look));
  }

  private static void inArabic(Row row, Browser browser) {
    if (row.way() != Way.LOS && opens(row, browser)) {
      wrong(Topic.FRAME, row, new Look(browser).frame(Language.AR));
      widths(row, browser, Language.AR);
    }
  }

  private static void widths(Row row, Browser browser, Language language) {
    var look = new Look(browser);
    var before = "";
    for (int width : List.of(Browser.DESK, Browser.PHONE)) {
      browser.wide(width);
      boolean same = before.equals(browser.shown());
      wrong(Topic.AXE, row, same ? browser.violationsOfLayout() : browser.violations());
      before = browser.shown();
      wrong(Topic.WIDTH, row, look.width());
      look.keeps(table.name(row) + "-" + width + "-" + language.tag());
    }
    browser.wide(ENLARGED);
    wrong(Topic.WIDTH, row, look.width());
  }

  private static void withoutScripts(Row row, Browser browser) {
    if (row.way() != Way.LOS && opens(row, browser)) {
      var content = content(row, new Look(browser));
      if (!CONTENT.contains(content)) {
        wrong(Topic.SCRIPTS, row, List.of(content));
      }
    }
  }

  /// What a page says. Of what officers read only the headings and what can be filled in: each look
  /// of theirs is a row, so that there are more of them every time.
  private static String content(Row row, Look look) {
    var lines = look.content().stream();
    return row.who() == Who.FG || row.who() == Who.BEHEERDER
        ? lines
            .filter(line -> FORM.matcher(line).find())
            .distinct()
            .collect(Collectors.joining("\n"))
        : String.join("\n", look.content());
  }

  /// Opens the example, or sees that it is no page.
  private static boolean opens(Row row, Browser browser) {
    browser.wide(Browser.PHONE);
    return switch (row.way()) {
      case OPEN, LOS, FOUT, NIET -> {
        int status = browser.go(table.path(row));
        if (status != row.way().status()) {
          wrong(Topic.OPENS, row, List.of("status " + status));
        }
        yield true;
      }
      case DRUK -> {
        browser.go(table.path(from(row)));
        var button = browser.page().locator(row.pressed()).first();
        if (button.count() == 0) {
          wrong(Topic.OPENS, row, List.of("no button " + row.pressed()));
          yield false;
        }
        browser.page().locator("details").all().forEach(one -> one.evaluate("d => d.open = true"));
        browser
            .page()
            .waitForRequestFinished(
                new Page.WaitForRequestFinishedOptions().setPredicate(Request::isNavigationRequest),
                button::click);
        browser.page().waitForURL("**" + table.path(row));
        browser.page().waitForLoadState();
        yield true;
      }
      case BESTAND, ELDERS -> {
        var kind =
            browser.value(
                "fetch('%s', {redirect: 'manual'}).then(a => a.headers.get('content-type') ?? a.type)"
                    .formatted(table.path(row)));
        if (kind.asText().startsWith("text/html")) {
          wrong(Topic.OPENS, row, List.of("is a page of ours"));
        }
        yield false;
      }
    };
  }

  private static Row from(Row row) {
    return table.of(row.who()).stream()
        .filter(one -> one.route().equals(row.from()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not above it: " + row.from()));
  }

  /// Nothing was asked of anybody else, and the browser had nothing to complain about but that a
  /// page was not there or a form not filled in.
  private static void quiet(Browser browser) {
    var own = browser.home().toString();
    var loud =
        Stream.concat(
                browser.asked().stream()
                    .filter(address -> !address.startsWith(own) && !address.contains("/inloggen")),
                browser.complaints().stream()
                    .filter(said -> !said.matches(".*status of 4(04|22).*")))
            .toList();
    if (!loud.isEmpty()) {
      WRONG.put(Topic.QUIET, loud);
    }
  }

  private static void wrong(Topic topic, Row row, List<String> found) {
    if (found.isEmpty()) {
      return;
    }
    var all = WRONG.computeIfAbsent(topic, _ -> new ArrayList<>());
    found.forEach(one -> all.add(table.name(row) + ": " + one));
  }

  @Test
  void every_page_that_the_code_knows_has_an_example() {
    var known = unnamed(screens.gateway().pages().stream());
    var shown = unnamed(table.rows().stream().filter(EveryPageSpec::isOfThePages).map(Row::route));

    assertThat(shown)
        .containsAll(known.stream().filter(one -> one.startsWith("GET ")).toList())
        .allMatch(known::contains);
  }

  private static boolean isOfThePages(Row row) {
    return row.way() != Way.NIET && row.way() != Way.LOS;
  }

  private static Set<String> unnamed(Stream<String> all) {
    return all.map(route -> route.replaceAll("\\{[a-z]+}", "{}")).collect(Collectors.toSet());
  }

  @Test
  void what_anybody_may_open_can_be_used_by_everybody() {
    everything(Who.IEMAND);

    assertThat(WRONG).isEmpty();
  }

  @Test
  void what_a_mother_of_three_finds_can_be_used_by_everybody() {
    everything(Who.MOEDER);

    assertThat(WRONG).isEmpty();
  }

  @Test
  void what_a_youth_finds_can_be_used_by_everybody() {
    everything(Who.BO);

    assertThat(WRONG).isEmpty();
  }

  @Test
  void what_a_parent_of_a_youth_finds_can_be_used_by_everybody() {
    everything(Who.MOEDER_VAN_BO);

    assertThat(WRONG).isEmpty();
  }

  @Test
  void what_a_helper_finds_can_be_used_by_everybody() {
    everything(Who.HELPER);

    assertThat(WRONG).isEmpty();
  }

  @Test
  void what_somebody_at_a_desk_finds_can_be_used_by_everybody() {
    everything(Who.MEDEWERKER);

    assertThat(WRONG).isEmpty();
  }

  @Test
  void what_a_privacy_officer_finds_can_be_used_by_everybody() {
    everything(Who.FG);

    assertThat(WRONG).isEmpty();
  }

  @Test
  void what_the_steward_of_a_convenant_finds_can_be_used_by_everybody() {
    everything(Who.BEHEERDER);

    assertThat(WRONG).isEmpty();
  }

  @Test
  void a_municipality_gives_its_colours_by_one_file_and_axe_sees_when_they_are_too_light()
      throws IOException {
    var example = EXAMPLE.matcher(Files.readString(Path.of("..", "docs", "vorm.md")));
    assertThat(example.find()).isTrue();
    var browser = screens.as(Who.IEMAND);
    var look = new Look(browser);
    for (var path : List.of("/", "/taal", "/toegankelijkheid")) {
      browser.go(path);
      look.wear(example.group(1));
      assertThat(browser.value("getComputedStyle(document.querySelector('nav a')).color").asText())
          .isEqualTo("rgb(141, 18, 18)");
      assertThat(browser.violations()).as(path).isEmpty();
      look.wear(example.group(1).replace("#8d1212", "#ef9a9a"));
      assertThat(browser.violationsOfLayout()).as(path).isNotEmpty();
    }
  }

  @Test
  void what_is_spoilt_on_purpose_is_found() {
    var browser = screens.as(Who.IEMAND);
    var look = new Look(browser);
    browser.go("/");

    look.wear("* { outline: none !important }");
    assertThat(look.keyboard()).isNotEmpty();
    look.wear(".hulp { position: fixed; inset: 0; background: white; z-index: 2 }");
    assertThat(look.keyboard()).isNotEmpty();
    look.wear("main { min-inline-size: 50rem }");
    assertThat(look.width()).isNotEmpty();
    look.wear("a { text-decoration: none !important }");
    assertThat(look.colours()).isNotEmpty();
    look.wear("main p { display: none } .snelweg { display: block !important }");
    assertThat(look.paper()).hasSizeGreaterThan(1);
    look.wear("");
    assertThat(look.frame(Language.NL)).isEmpty();
    browser.page().evaluate("() => document.querySelector('h1').remove()");
    assertThat(look.frame(Language.NL)).isNotEmpty();
  }
}
