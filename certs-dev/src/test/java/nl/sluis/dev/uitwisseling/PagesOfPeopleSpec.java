package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import nl.sluis.dev.rig.Browser;
import nl.sluis.dev.rig.Voices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What somebody does who did not log in, in a real browser: choosing a language and reading aloud,
/// leaving quickly, with and without scripts. That every page is without fault is for
/// `EveryPageSpec`.
final class PagesOfPeopleSpec {
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
    assertThat(browser.value("document.documentElement.dir").asText()).isEqualTo("rtl");
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
    var voices = Voices.ofThisMachine(browser, "nl-NL");
    browser.go("/taal");
    browser.page().check("#makkelijk");
    browser.page().click("main button[type=submit]");

    assertThat(browser.page().textContent("main")).contains("Daar zijn regels voor.");
    browser.page().click("[data-voorlezen]");
    var said = voices.said();
    assertThat(said.size()).isGreaterThan(4);
    assertThat(said.get(0).path("lang").asText()).isEqualTo("nl");
    assertThat(said.get(0).path("text").asText()).isEqualTo("Sluis");
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
