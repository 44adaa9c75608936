package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import nl.sluis.dev.rig.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What anybody may open, in a real browser: readable on a phone, with a keyboard, enlarged, from
/// right to left, without scripts; and nothing is asked of anybody else.
final class PagesOfPeopleSpec {
  private static final List<String> OPEN = List.of("/", "/taal", "/toegankelijkheid", "/nergens");

  private static TestGateway gateway;
  private static Browser browser;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
    browser = Browser.open(gateway.gateway().doorway().people());
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

  @Test
  void every_page_is_without_fault_for_who_cannot_see_and_fits_a_phone() {
    for (var path : OPEN) {
      browser.go(path);
      assertThat(browser.violations()).as(path).isEmpty();
      assertThat(browser.tooWide()).as("%s on a phone", path).isFalse();
      browser.picture("telefoon" + path.replace('/', '-'));
      browser.wide(Browser.DESK);
      assertThat(browser.violations()).as("%s on a desk", path).isEmpty();
      browser.picture("bureau" + path.replace('/', '-'));
      browser.wide(Browser.DESK / 4);
      assertThat(browser.tooWide()).as("%s at 400 %%", path).isFalse();
      browser.wide(Browser.PHONE);
    }
  }
}
