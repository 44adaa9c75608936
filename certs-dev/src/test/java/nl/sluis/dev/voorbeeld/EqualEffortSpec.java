package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.sluis.dev.rig.Browser;
import nl.sluis.dev.voorbeeld.Screens.Who;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Yes, no, later and stopping weigh the same, measured in a real browser on a phone and at a desk:
/// as large, as heavy, as clear and as near, and no comes first (AVG 4(11), 7(3); portals.md N10).
/// That they take as many taps is for `KeyboardSpec`.
final class EqualEffortSpec {
  private static final Path MEASURE = Path.of("src/test/resources/schermen/gelijk.js");

  /// Ways to make somebody say yes that were seen elsewhere.
  private static final Map<String, String> NUDGES =
      Map.of(
          "yes is larger", "[value=ja] { font-size: 1.25rem !important }",
          "yes is heavier", "[value=ja] { font-weight: 900 !important }",
          "yes is wider", "[value=ja] { padding-inline: 9rem !important }",
          "yes is higher",
              ".keuzes { grid-auto-rows: auto !important } [value=ja] { block-size: 4rem }",
          "yes has a colour",
              "[value=ja] { background: #154273 !important; color: white !important }",
          "no is faint", "[value=nee] { color: #666 !important }",
          "no has no edge", "[value=nee] { border-color: transparent !important }",
          "yes comes first", "[value=ja] { order: -1 !important }",
          "no is far away", "[value=nee] { margin-block-start: 40rem !important }");

  private static Screens screens;

  @BeforeAll
  static void tell_the_story() throws IOException {
    screens = Screens.open();
  }

  @AfterAll
  static void stop() throws IOException {
    if (screens != null) {
      screens.close();
    }
  }

  @Test
  void yes_no_and_later_are_the_same_to_the_eye_and_no_comes_first() {
    var browser = screens.as(Who.MOEDER);
    open(browser, "/mijn/vragen");

    assertThat(everywhere(browser)).isEmpty();
    browser.page().evaluate("() => { document.querySelector('details').open = true; }");
    assertThat(everywhere(browser)).isEmpty();
  }

  @Test
  void a_style_that_pushes_is_noticed() {
    var browser = screens.as(Who.MOEDER);
    open(browser, "/mijn/vragen");
    var look = new Look(browser);

    NUDGES.forEach(
        (push, css) -> {
          look.wear(css);
          assertThat(everywhere(browser)).as(push).isNotEmpty();
        });
    look.wear("");
    assertThat(everywhere(browser)).isEmpty();
  }

  @Test
  void stopping_a_yes_is_as_large_as_giving_it_and_confirming_is_the_same_whatever_was_chosen() {
    var browser = screens.as(Who.MOEDER);
    for (int width : List.of(Browser.PHONE, Browser.DESK)) {
      browser.wide(width);
      open(browser, "/mijn/vragen");
      var give = sizes(browser, "[name=antwoord][value=ja]");
      var question = browser.page().url();
      var confirm = new ArrayList<String>();
      for (var word : List.of("nee", "ja", "later")) {
        browser.page().navigate(question);
        browser.page().click("[name=antwoord][value=" + word + "]");
        browser.page().waitForURL("**/bevestigen");
        confirm.addAll(sizes(browser, "main [type=submit]"));
      }
      browser.go("/mijn/toestemmingen");
      browser.page().click("main li:has-text('U zei: ja') a >> nth=0");
      browser.page().waitForURL("**/toestemmingen/*");
      var stop = sizes(browser, "[name=antwoord][value=nee]");

      assertThat(stop).isEqualTo(give).hasSize(1);
      assertThat(confirm).hasSize(3).containsOnly(confirm.getFirst());
    }
  }

  @Test
  void letting_a_text_go_and_stopping_it_are_the_same_to_the_eye_too() {
    var browser = screens.as(Who.BO);
    open(browser, "/mijn/leesmee");
    browser.page().click("form[action$='/lezen'] [type=submit]");
    browser.page().waitForSelector("[value=akkoord]");

    assertThat(everywhere(browser)).isEmpty();
  }

  private static void open(Browser browser, String list) {
    browser.go(list);
    browser.page().click("main li a >> nth=0");
    browser.page().waitForURL("**" + list + "/*");
  }

  /// What differs between the choices of the page, on a phone and at a desk.
  private static List<String> everywhere(Browser browser) {
    var wrong = new ArrayList<String>();
    for (int width : List.of(Browser.PHONE, Browser.DESK)) {
      browser.wide(width);
      new Look(browser).told(measure(), Map.of()).forEach(found -> wrong.add(width + ": " + found));
    }
    return wrong;
  }

  private static List<String> sizes(Browser browser, String selector) {
    return new Look(browser)
        .told(
            """
            ({selector}) => [...document.querySelectorAll(selector)].map((one) => {
              const box = one.getBoundingClientRect();
              const style = getComputedStyle(one);
              return [Math.round(box.width), Math.round(box.height), style.font, style.color,
                style.backgroundColor, style.border].join(" ");
            })
            """,
            Map.of("selector", selector));
  }

  private static String measure() {
    try {
      return Files.readString(MEASURE).replaceAll("(?m)^//.*$", "").strip();
    } catch (IOException e) {
      throw new IllegalStateException("the script of the spec", e);
    }
  }
}
