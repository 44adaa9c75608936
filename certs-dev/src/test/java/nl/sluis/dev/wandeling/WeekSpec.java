package nl.sluis.dev.wandeling;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluis.dev.partner.DevOfficer;
import nl.sluis.dev.rig.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// A working week of a privacy officer, a reviewer and a mother, as the manual has it, with a
/// keyboard and nothing else: the list of Monday, an override seen by four eyes, an answer in time,
/// a misuse that is found and filed, and a version of the convenant that is refused.
final class WeekSpec {
  private static final Path PAGE = Path.of("..", "docs", "toezicht-wandelingen.md");
  private static final Path PICTURES = PAGE.resolveSibling("schermen");

  /// Letters that are read on a ground need so much (WCAG 2.2, 1.4.3); axe sees to that.
  private static final String RED =
      """
      () => [...document.querySelectorAll(".laat")].map((one) => {
        const style = getComputedStyle(one);
        const [red, green, blue] = style.color.match(/\\d+/g).map(Number);
        return [one.innerText, red > 2 * green && red > 2 * blue,
          parseFloat(style.borderInlineStartWidth) > 0, Number(style.fontWeight) >= 700].join("|");
      })
      """;

  private static final Set<String> SEEN = new HashSet<>();

  private static AfterTheStory story;
  private static Browser browser;

  private @TempDir Path downloads;

  @BeforeAll
  static void start() throws IOException {
    story = AfterTheStory.told();
    DevOfficer.appoint(story.gateway().site().login().people());
    browser = Browser.open(story.gateway());
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
    assertThat(story.gateway().checkLogbook()).isEmpty();
    story.close();
  }

  @TestFactory
  Stream<DynamicTest> whoever_follows_the_week_to_the_letter_sees_what_it_says()
      throws IOException {
    return walks().stream().map(walk -> DynamicTest.dynamicTest(walk.title(), () -> follow(walk)));
  }

  private void follow(Walk walk) {
    browser.another(true);
    var walker = new Walker(browser, Hand.KEYS, story, PICTURES, downloads);

    for (var deed : walk.deeds()) {
      walker.does(deed);
      if (deed instanceof Deed.OnPage || deed instanceof Deed.Sees) {
        look();
      }
    }

    assertThat(walk.deeds()).filteredOn(Deed::isClick).as("clicks").hasSize(walk.clicks());
    assertThat(browser.complaints()).isEmpty();
  }

  /// Every page of the week once, as it is on a phone and as it is on a desk.
  private static void look() {
    var page = browser.page();
    var here = page.url().replaceAll("[0-9a-f-]{32,36}", "{id}") + page.innerText("h1");
    if (SEEN.add(here)) {
      for (int width : List.of(Browser.DESK, Browser.PHONE)) {
        browser.wide(width);
        assertThat(browser.violations()).as("%s, %d wide", here, width).isEmpty();
        assertThat(browser.tooWide()).as("%s, %d wide", here, width).isFalse();
      }
    }
  }

  @Test
  void what_is_late_is_red_and_says_so_without_a_colour_on_paper_and_in_colours_of_the_machine() {
    browser.another(true);
    var people = story.gateway().site().login().people();
    browser.officer(people.placeOf(DevOfficer.FG_CJG.number()));
    browser.go("/toezicht/werk");
    var page = browser.page();

    assertThat(late())
        .isNotEmpty()
        .allMatch(one -> one.matches("\\d+ dag(en)? te laat: .*true[|]true[|]true"));

    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(late()).isNotEmpty().allMatch(one -> one.endsWith("true|true|true"));
    page.emulateMedia(
        new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setForcedColors(ForcedColors.ACTIVE));
    assertThat(late()).isNotEmpty().allMatch(one -> one.endsWith("|true|true"));
  }

  private static List<String> late() {
    var found = new ArrayList<String>();
    browser.value(RED).forEach(one -> found.add(one.asText()));
    return found;
  }

  /// The walks of the week.
  static List<Walk> walks() throws IOException {
    return Walk.all(Files.readAllLines(PAGE));
  }
}
