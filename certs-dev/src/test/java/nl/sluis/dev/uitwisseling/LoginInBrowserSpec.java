package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.rig.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Logging in and out as a person clicks through it, in a real browser, with and without scripts.
final class LoginInBrowserSpec {
  private static final String MOTHER = "999990019";

  private static TestGateway test;
  private static DevGateway gateway;
  private static Browser browser;

  @BeforeAll
  static void start() {
    test = TestGateway.start();
    gateway = test.gateway();
    gateway.site().login().people().add("moeder van Sami", MOTHER);
    browser = Browser.open(gateway);
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
    test.close();
  }

  @Test
  void three_clicks_lead_in_and_two_lead_out_here_and_at_the_provider_with_and_without_scripts() {
    for (var scripts : List.of(true, false)) {
      browser.another(scripts);
      var page = browser.page();
      browser.go("/");
      page.getByText("Aanmelden").first().click();
      page.getByLabel("moeder van Sami").check();
      page.getByText("Inloggen").last().click();

      assertThat(page.url()).endsWith("/mijn");
      assertThat(page.evaluate("() => document.cookie")).as("for no script").isEqualTo("");
      assertThat(page.context().cookies())
          .filteredOn(cookie -> cookie.name.equals("__Host-sluis"))
          .singleElement()
          .satisfies(
              cookie -> {
                assertThat(cookie.httpOnly).isTrue();
                assertThat(cookie.secure).isTrue();
                assertThat(cookie.expires).as("goes with the window").isEqualTo(-1);
              });

      page.getByText("Afmelden", exactly()).click();
      assertThat(page.url()).endsWith("/afmelden/hier");
      page.getByText("Meld u ook af bij de inlogdienst").click();
      assertThat(page.url()).endsWith("/afmelden/klaar");
      browser.go("/mijn");
      assertThat(page.url()).startsWith(gateway.site().login().provider().issuer());
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  @Test
  void every_page_about_logging_in_can_be_read_by_everybody() {
    browser.another(true);
    var page = browser.page();
    var wrong = new ArrayList<String>();
    for (var path : List.of("/aanmelden/terug", "/afmelden/hier", "/afmelden/klaar")) {
      browser.go(path);
      wrong.addAll(browser.violations());
      assertThat(browser.tooWide()).as(path).isFalse();
    }
    browser.go("/aanmelden");
    page.getByLabel("moeder van Sami").check();
    page.getByLabel("Hoe zeker?").selectOption("http://eidas.europa.eu/LoA/low");
    page.getByText("Inloggen").last().click();
    wrong.addAll(browser.violations());
    browser.picture("aanmelden-te-licht");
    page.getByText("Opnieuw aanmelden").click();
    page.getByLabel("moeder van Sami").check();
    page.getByText("Inloggen").last().click();
    browser.go("/afmelden/overal");
    wrong.addAll(browser.violations());
    browser.picture("overal-afmelden");

    assertThat(wrong).isEmpty();
  }
}
