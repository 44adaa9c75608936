package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.sluis.dev.rig.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every page of a mother who reads Arabic, on a phone: mirrored whole, in Arabic to the last
/// heading, with Dutch names and numbers that keep their own direction, and never wider than the
/// phone.
final class RightToLeftSpec {
  private static final Path STORY =
      Path.of("src", "test", "resources", "voorbeelden", "zelf-zien-en-beslissen.yaml");

  /// What is taken home as a file is no page to walk to.
  private static final Pattern FILE = Pattern.compile("/bewijs|/overzichten/[^/]+/");

  /// Of each kind of page so many are enough.
  private static final int OF_EACH = 1;

  /// What is the other way round than it should be, or not in Arabic; empty when nothing is.
  private static final String WRONG =
      """
      (() => {
        const wrong = [];
        const say = (what, one) => wrong.push(what + ": " + one.outerHTML.slice(0, 120));
        const all = (which) => [...document.querySelectorAll(which)].filter((one) => one.checkVisibility());
        const box = (one) => one.getBoundingClientRect();
        for (const one of all("html, main")) if (getComputedStyle(one).direction !== "rtl") say("direction", one);
        const [home, language] = all("header nav > a");
        if (box(home).right < box(language).right) say("the first way is not the rightmost", home);
        for (const one of all("main .melding, main .fout")) {
          const style = getComputedStyle(one);
          if (style.borderRightWidth === "0px" || style.borderLeftWidth !== "0px") say("the bar is left", one);
        }
        for (const one of all("main h1, main h2, main p, main li, main dt, main dd, main th, main td")) {
          if (["left", "center"].includes(getComputedStyle(one).textAlign) && !one.closest("[dir=ltr]")) say("reads from the left", one);
        }
        for (const one of all("main ul:not([class]), main ol:not([class])")) {
          const style = getComputedStyle(one);
          if (parseFloat(style.paddingRight) < parseFloat(style.paddingLeft)) say("indented on the left", one);
        }
        for (const row of all("main tr")) {
          const cells = [...row.children];
          if (box(cells[0]).right < box(cells.at(-1)).right) say("a table from left to right", row);
        }
        for (const one of all(".keuze")) {
          if (box(one.querySelector("input")).right < box(one.querySelector("label")).right) say("the choice is left of its word", one);
        }
        for (const one of all(".plaatje--richting")) {
          if (!getComputedStyle(one).transform.startsWith("matrix(-1")) say("points the wrong way", one);
        }
        for (const one of all("main h1, main h2, main h3, main button, main label, main legend, main summary, main dt, main thead th, main .melding")) {
          const words = one.innerText.trim();
          if (one.querySelector("[lang]")) continue;
          if (words !== "Sluis" && !/\\p{Script=Arabic}/u.test(words)) say("not in Arabic", one);
        }
        const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const text = texts.currentNode;
          if (text.parentElement.closest("bdi, [dir=ltr], svg")) continue;
          const apart = text.data.replace(/\\u2068[^\\u2069]*\\u2069/g, "");
          if (/CJG Kennemerland|Duinpieper|GGD Kennemerland/.test(apart)) say("a name runs along", text.parentElement);
        }
        return wrong;
      })()
      """;

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

  private static void reads(String language, boolean easily) {
    browser.another(true);
    browser.go("/taal");
    browser.page().check("#taal-" + language);
    if (easily) {
      browser.page().check("#makkelijk");
    }
    browser.page().click("main button[type=submit]");
    browser.logIn(
        gateway.gateway().site().login().people().all().stream()
            .filter(person -> person.name().contains("moeder"))
            .findFirst()
            .orElseThrow()
            .place());
  }

  @Test
  void every_page_in_arabic_is_mirrored_whole_and_fits_a_phone() {
    reads("ar", true);
    var kinds = new TreeSet<String>();
    for (var path : reached(kinds)) {
      browser.go(path);
      assertThat(texts(browser.value(WRONG))).as(path).isEmpty();
      assertThat(browser.tooWide()).as("%s on a phone", path).isFalse();
      browser.picture("rechts-naar-links" + kind(path));
    }
    assertThat(kinds)
        .contains("-", "-taal", "-mijn", "-mijn-vragen", "-mijn-inzien", "-mijn-toestemmingen");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void no_page_falls_back_to_dutch_in_a_language_with_long_words_or_another_script() {
    for (var language : List.of("pl", "ti")) {
      reads(language, false);
      for (var path : reached(new TreeSet<>())) {
        browser.go(path);
        assertThat(browser.page().getAttribute("main", "lang"))
            .as("%s in %s", path, language)
            .isEqualTo(language);
        assertThat(browser.tooWide()).as("%s in %s", path, language).isFalse();
        assertThat(browser.page().locator("main p[lang=nl], main h2[lang=nl]").count())
            .as("%s in %s", path, language)
            .isZero();
      }
    }
  }

  private static List<String> texts(JsonNode found) {
    var texts = new ArrayList<String>();
    found.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  /// Goes from link to link, over every page of ours; of pages that differ in an identifier only,
  /// one.
  private static Set<String> reached(Set<String> kinds) {
    var found = new LinkedHashSet<String>();
    var next = new ArrayDeque<>(List.of("/", "/taal", "/mijn"));
    while (!next.isEmpty()) {
      var path = next.poll();
      var same = found.stream().filter(one -> kind(one).equals(kind(path))).count();
      if (same >= OF_EACH || !found.add(path)) {
        continue;
      }
      kinds.add(kind(path));
      assertThat(browser.go(path)).as(path).isEqualTo(200);
      texts(
              browser.value(
                  "[...document.querySelectorAll('main a, footer a')].map((a) => a.pathname)"))
          .stream()
          .filter(one -> one.matches("/(mijn|toegankelijkheid|taal).*"))
          .filter(one -> !FILE.matcher(one).find())
          .forEach(next::add);
    }
    return found;
  }

  /// Its path without what differs from page to page.
  private static String kind(String path) {
    return path.replaceAll(
            "/[0-9a-f]{8}-[0-9a-f-]{27}|/(?!toegankelijkheid)[A-Za-z0-9_-]{16,}|/\\d[\\d-]*", "/x")
        .replace('/', '-');
  }
}
