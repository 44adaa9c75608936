package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.sluis.dev.rig.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a mother finds who logged in, in a real browser: every page to which a link leads from her
/// home page, of whatever part it is.
final class OwnPagesSpec {
  private static final Path STORY =
      Path.of("src", "test", "resources", "voorbeelden", "zelf-zien-en-beslissen.yaml");

  private static final long MOST_BYTES = 60_000;

  /// Of each kind of page so many are enough.
  private static final int OF_EACH = 2;

  private static TestGateway gateway;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    gateway = TestGateway.start();
    assertThat(gateway.play(Files.readString(STORY))).as(gateway.told()).isEmpty();
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
  void a_mother_logs_in() {
    browser.another(true);
    browser.logIn(
        gateway.gateway().site().login().people().all().stream()
            .filter(person -> person.name().contains("moeder"))
            .findFirst()
            .orElseThrow()
            .place());
  }

  @Test
  void every_page_that_can_be_reached_is_without_fault_for_who_cannot_see_and_fits_a_phone() {
    var seen = new LinkedHashSet<String>();
    for (var path : reached(seen)) {
      browser.go(path);
      browser.wide(Browser.PHONE);
      assertThat(browser.violations()).as(path).isEmpty();
      assertThat(browser.tooWide()).as("%s on a phone", path).isFalse();
      assertThat(browser.weight()).as(path).isBetween(1L, MOST_BYTES);
      browser.picture("telefoon" + kind(path));
      browser.wide(Browser.DESK);
      assertThat(browser.violations()).as("%s on a desk", path).isEmpty();
      browser.picture("bureau" + kind(path));
      browser.wide(Browser.DESK / 4);
      assertThat(browser.tooWide()).as("%s at 400 %%", path).isFalse();
      browser.wide(Browser.PHONE);
    }
    assertThat(seen).contains("-mijn", "-mijn-vragen", "-mijn-inzien", "-mijn-toestemmingen");
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.asked())
        .filteredOn(address -> !address.contains("/inloggen"))
        .allMatch(address -> address.startsWith(browser.home().toString()));
  }

  @Test
  void in_a_language_that_is_a_draft_every_page_says_so_and_reads_from_right_to_left() {
    browser.go("/taal");
    browser.page().check("#taal-ar");
    browser.page().click("main button[type=submit]");

    for (var path : List.of("/mijn", "/mijn/vragen", "/mijn/inzien")) {
      browser.go(path);
      assertThat(browser.value("document.documentElement.dir").asText()).isEqualTo("rtl");
      assertThat(browser.page().isVisible(".melding")).as(path).isTrue();
      assertThat(browser.violations()).as("%s in Arabic", path).isEmpty();
      assertThat(browser.tooWide()).as("%s in Arabic", path).isFalse();
      browser.picture("arabisch" + kind(path));
    }
  }

  /// Goes from link to link; of pages that differ in an identifier only, a few.
  private static Set<String> reached(Set<String> kinds) {
    var found = new TreeSet<String>();
    var next = new ArrayDeque<>(List.of("/mijn"));
    while (!next.isEmpty()) {
      var path = next.poll();
      var same = found.stream().filter(one -> kind(one).equals(kind(path))).count();
      if (same >= OF_EACH || !found.add(path)) {
        continue;
      }
      kinds.add(kind(path));
      assertThat(browser.go(path)).as(path).isEqualTo(200);
      next.addAll(links());
    }
    return found;
  }

  /// What is a page, not a file: those are downloaded and no page is left.
  private static List<String> links() {
    var all = browser.value("[...document.querySelectorAll('main a')].map((a) => a.pathname)");
    var paths = new LinkedHashSet<String>();
    all.forEach(path -> paths.add(path.asText()));
    return paths.stream()
        .filter(path -> path.startsWith("/mijn") && !path.matches(".*/(bewijs|bestand|papier).*"))
        .collect(Collectors.toList());
  }

  /// Its path without what differs from page to page.
  private static String kind(String path) {
    return path.replaceAll("/[0-9a-f]{8}-[0-9a-f-]{27}|/[A-Za-z0-9_-]{16,}|/\\d[\\d-]*", "/x")
        .replace('/', '-');
  }
}
