package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.sluis.dev.rig.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What anybody may open, in a real browser: readable on a phone, with a keyboard, enlarged, from
/// right to left, without scripts; and nothing is asked of anybody else.
final class PagesOfPeopleSpec {
  /// A page and what belongs to it, over the line.
  private static final long MOST_BYTES = 60_000;

  /// What is for who logged in, or goes there.
  private static final Pattern LOGGED_IN = Pattern.compile("^/(mijn|aanmelden|afmelden)");

  private static TestGateway gateway;
  private static Browser browser;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
    browser = Browser.open(gateway.gateway());
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
    gateway.close();
  }

  @BeforeEach
  void somebody_comes() {
    browser.another(true);
  }

  /// Every page that is open to anybody, as the router knows them, and one that is not there.
  private static List<String> open() {
    var known =
        gateway.gateway().pages().stream()
            .filter(route -> route.startsWith("GET /") && !route.contains("{"))
            .map(route -> route.substring("GET ".length()))
            .filter(path -> !LOGGED_IN.matcher(path).find());
    return Stream.concat(known, Stream.of("/nergens")).toList();
  }

  @Test
  void every_page_is_without_fault_for_who_cannot_see_and_fits_a_phone() {
    assertThat(open()).contains("/", "/taal", "/toegankelijkheid");
    for (var path : open()) {
      browser.another(true);
      browser.go(path);
      assertThat(browser.violations()).as(path).isEmpty();
      assertThat(browser.tooWide()).as("%s on a phone", path).isFalse();
      assertThat(browser.weight()).as(path).isBetween(1L, MOST_BYTES);
      assertThat(browser.complaints())
          .as(path)
          .allMatch(said -> path.equals("/nergens") && said.contains("404"));
      browser.picture("telefoon" + path.replace('/', '-'));
      browser.wide(Browser.DESK);
      assertThat(browser.violations()).as("%s on a desk", path).isEmpty();
      browser.picture("bureau" + path.replace('/', '-'));
      browser.wide(Browser.DESK / 4);
      assertThat(browser.tooWide()).as("%s at 400 %%", path).isFalse();
      assertThat(browser.asked()).allMatch(address -> address.startsWith(home()));
      assertThat(browser.cookies()).isEmpty();
    }
  }

  private static String home() {
    return browser.home().toString();
  }

  @Test
  void who_has_only_a_keyboard_chooses_a_language_and_reads_from_right_to_left() {
    browser.go("/");
    assertThat(browser.tabTo(".utrecht-skip-link")).isEqualTo(1);
    browser.tabTo("a[href='/taal']");
    browser.page().keyboard().press("Enter");
    browser.page().waitForURL("**/taal");
    browser.tabTo("input[type=radio]");
    // From the first language to the fourth.
    for (var i = 0; i < 3; i++) {
      browser.page().keyboard().press("ArrowDown");
    }
    browser.tabTo("main button[type=submit]");
    browser.page().keyboard().press("Enter");
    browser.page().waitForURL(home() + "/");

    assertThat(browser.cookies()).containsEntry("__Host-taal", "ar");
    for (var path : open()) {
      browser.go(path);
      assertThat(browser.value("document.documentElement.dir").asText()).isEqualTo("rtl");
      assertThat(browser.violations()).as("%s in Arabic", path).isEmpty();
      assertThat(browser.tooWide()).as("%s in Arabic", path).isFalse();
      browser.picture("arabisch" + path.replace('/', '-'));
    }
  }

  @Test
  void a_draft_says_that_nobody_says_yes_in_it() {
    browser.go("/taal");
    browser.page().check("#taal-tr");
    browser.page().click("main button[type=submit]");

    assertThat(browser.page().textContent(".melding")).contains("Bu bir taslak.");
    browser.go("/toegankelijkheid");
    assertThat(browser.page().textContent("main")).contains("Erişilebilirlik", "henüz evet");
    assertThat(browser.page().getAttribute("main", "lang")).isEqualTo("tr");
  }

  @Test
  void who_reads_with_difficulty_has_short_texts_and_a_voice() {
    browser.go("/taal");
    browser.page().check("#makkelijk");
    browser.page().click("main button[type=submit]");

    assertThat(browser.page().textContent("main")).contains("Daar zijn regels voor.");
    browser.value("(speechSynthesis.speak = (said) => (window.said ??= []).push(said), 0)");
    browser.page().click("[data-voorlezen]");
    var said = browser.value("window.said.map((one) => one.lang + ': ' + one.text)");
    assertThat(said.size()).isGreaterThan(4);
    assertThat(said.get(0).asText()).isEqualTo("nl: Sluis");
    assertThat(browser.violations()).isEmpty();
    browser.picture("makkelijk");
  }

  @Test
  void leaving_quickly_leaves_no_page_of_ours_to_go_back_to() {
    weather();
    browser.go("/taal");
    browser.page().check("#taal-en");
    browser.page().click("main button[type=submit]");
    assertThat(browser.cookies()).isNotEmpty();
    browser.page().click("[data-snelweg]");
    browser.page().waitForURL("https://www.knmi.nl/");

    assertThat(browser.cookies()).isEmpty();
    browser.page().goBack();
    assertThat(browser.page().url()).isNotEqualTo(home() + "/");
  }

  @Test
  void without_scripts_everything_goes_too() {
    browser.another(false);
    weather();
    browser.go("/taal");
    browser.page().check("#taal-en");
    browser.page().click("main button[type=submit]");
    assertThat(browser.page().textContent("main")).contains("Nobody can change that logbook");
    assertThat(browser.page().isVisible("[data-voorlezen]")).isFalse();

    browser.page().click("[data-snelweg]");
    browser.page().waitForURL("https://www.knmi.nl/");
    assertThat(browser.cookies()).isEmpty();
  }

  @Test
  void leaving_quickly_logs_nobody_out_elsewhere_at_the_municipality() {
    for (var scripts : List.of(true, false)) {
      browser.another(scripts);
      weather();
      browser.go("/taal");
      browser.page().check("#taal-en");
      browser.page().click("main button[type=submit]");
      assertThat(browser.cookies()).containsOnlyKeys("__Host-taal");
      browser.ofNeighbours("gemeente", "aangemeld");

      browser.page().click("[data-snelweg]");
      browser.page().waitForURL("https://www.knmi.nl/");
      assertThat(browser.cookies()).containsExactly(Map.entry("gemeente", "aangemeld"));
    }
  }

  /// The weather, without going there.
  private static void weather() {
    browser
        .page()
        .route(
            "https://www.knmi.nl/",
            route ->
                route.fulfill(
                    new Route.FulfillOptions().setContentType("text/html").setBody("weer")));
  }
}
