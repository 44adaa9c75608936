package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.PageRoute;
import nl.sluis.dev.partner.SimulatedBrowser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What comes of a page that stands open while something changes: the organisation takes its
/// question back, a child becomes twelve, a youth becomes sixteen (domain 2.4, 2.7). A mother
/// opened every page before midnight and goes on after it, in the same session.
final class UnderwaySpec {
  private static final Map<String, SimulatedBrowser> OPEN = new HashMap<>();
  private static final Map<String, String> FORMS = new HashMap<>();
  private static final Map<String, String> CONFIRMED = new HashMap<>();
  private static final Map<String, String> AFTER = new LinkedHashMap<>();
  private static final Map<String, Map<String, String>> PAGES = new LinkedHashMap<>();
  private static TwinStory story;

  @BeforeAll
  static void a_mother_reads_while_things_change() throws IOException, SQLException {
    story = TwinStory.read("onderweg.yaml", UnderwaySpec::look);
    OPEN.values().forEach(SimulatedBrowser::close);
  }

  private static void look(String moment, Scene scene, DevGateway gateway) {
    if (moment.equals("kijk ervoor")) {
      for (var child : List.of("sami", "tim", "noor")) {
        var browser = SimulatedBrowser.at(gateway);
        browser.logIn(scene.number(child, "moeder"));
        OPEN.put(child, browser);
        PAGES.put(child + " ervoor", pages(gateway, browser));
        if (!child.equals("noor")) {
          opens(child, browser);
        }
      }
    } else {
      answers("sami");
      answers("tim");
      OPEN.forEach((child, browser) -> PAGES.put(child + " erna", pages(gateway, browser)));
    }
  }

  /// Opens the question and presses yes, so that what follows from it stands on the screen.
  private static void opens(String child, SimulatedBrowser browser) {
    var question =
        PageRoute.links(browser.get("/mijn/vragen").body()).stream()
            .filter(link -> link.matches("/mijn/vragen/[0-9a-f-]{36}"))
            .findFirst()
            .orElseThrow();
    FORMS.put(child, question);
    CONFIRMED.put(child, press(browser, question + "/bevestigen", Map.of("antwoord", "ja")));
  }

  /// Presses «Dit klopt» on the page that stood open.
  private static void answers(String child) {
    var seen = between(CONFIRMED.getOrDefault(child, ""), "name=\"gezien\" value=\"", "\"");
    var browser = browser(child);
    var question = FORMS.getOrDefault(child, "");
    AFTER.put(
        child, press(browser, question + "/antwoord", Map.of("antwoord", "ja", "gezien", seen)));
  }

  private static SimulatedBrowser browser(String child) {
    var browser = OPEN.get(child);
    if (browser == null) {
      throw new IllegalStateException("nobody of `" + child + "` looks");
    }
    return browser;
  }

  private static String press(SimulatedBrowser browser, String path, Map<String, String> fields) {
    var sent = new HashMap<>(fields);
    sent.put("bewijs", browser.formToken("/mijn/meekijkers"));
    var answer = browser.post(path, sent);
    return answer.headers().containsKey("location")
        ? browser.follow(answer).body()
        : answer.status() + answer.body();
  }

  private static String between(String text, String begin, String end) {
    int at = text.indexOf(begin);
    return at < 0
        ? ""
        : text.substring(at + begin.length(), text.indexOf(end, at + begin.length()));
  }

  /// Every page to which one leads, by its address.
  private static Map<String, String> pages(DevGateway gateway, SimulatedBrowser browser) {
    var routes = PageRoute.of(gateway);
    var seen = new LinkedHashMap<String, String>();
    var next = new ArrayDeque<String>(List.of("/mijn"));
    while (!next.isEmpty()) {
      var path = next.removeFirst();
      if (PageRoute.of(routes, path).isPresent() && !seen.containsKey(path)) {
        var body = browser.get(path).body();
        seen.put(path, body);
        next.addAll(PageRoute.links(body));
      }
    }
    return seen;
  }

  @Test
  void the_story_is_told_whole() {
    assertThat(story.wrong()).isEmpty();
  }

  @Test
  void a_yes_to_a_question_that_was_taken_back_meanwhile_is_not_on_record() {
    assertThat(CONFIRMED.get("sami")).contains("U zegt ja", "Dit klopt");

    assertThat(AFTER.get("sami")).doesNotContain("Dit hebt u gezegd");
    assertThat(said("sami erna", List.of("U zei: ja.", "Dit mag nu worden gedeeld."))).isEmpty();
  }

  @Test
  void a_yes_of_a_mother_whose_child_became_twelve_meanwhile_is_hers_and_not_enough() {
    assertThat(AFTER.get("tim")).contains("Dit hebt u gezegd");

    assertThat(
            said(
                "tim erna",
                List.of(
                    "U zei: ja.", "Dit mag nu niet worden gedeeld.", "Dit mag nu worden gedeeld.")))
        .containsExactly("U zei: ja.", "Dit mag nu niet worden gedeeld.");
  }

  @Test
  void at_twelve_a_mother_still_sees_every_page_of_her_child() {
    assertThat(PAGES.getOrDefault("tim erna", Map.of()).keySet())
        .containsAll(PAGES.getOrDefault("tim ervoor", Map.of()).keySet());
  }

  @Test
  void at_sixteen_a_mother_finds_her_own_words_and_nothing_else_on_any_page() {
    var words =
        List.of(
            "U zei: ja.",
            "GGD Kennemerland",
            "Dit mag nu worden gedeeld.",
            "Dit mag nu niet worden gedeeld.",
            "kreeg gegevens van");
    assertThat(said("noor ervoor", words)).contains("U zei: ja.", "GGD Kennemerland");

    assertThat(said("noor erna", words)).containsExactly("U zei: ja.");
  }

  /// Which of these words stand on any of the pages of that moment.
  private static List<String> said(String when, List<String> words) {
    var pages = String.join("\n", PAGES.getOrDefault(when, Map.of()).values());
    return words.stream().filter(pages::contains).toList();
  }
}
