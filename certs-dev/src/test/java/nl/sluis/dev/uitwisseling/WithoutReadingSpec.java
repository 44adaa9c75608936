package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.dev.rig.Browser;
import nl.sluis.dev.rig.Voices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A mother who cannot read sees, says no and stops her yes. She presses pictures, and a voice says
/// what stands there: before she presses anything, every word on the page is made unreadable.
final class WithoutReadingSpec {
  private static final String STORY =
      """
      titel: Een moeder die niet leest
      tijd: 2026-11-24 10:00
      partijen:
        school: De Duinpieper
        cjg: CJG Kennemerland
        ggd: GGD Kennemerland
      gezinnen:
        sami: {leeftijd: 9 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: school als school-administratie}
      stappen:
        - stap: brief
          stuur brief: {door: school als school-ib, persoon: moeder, over: sami}
        - voer code in: {persoon: moeder, over: sami, brief: brief}
          verwacht: {status: 201}
        - stap: vraag cjg
          stuur verzoek: {van: school als school-ib, ontvangers: [cjg als cjg-coach], doel: kernteam-casusoverleg, over: sami, categorieen: [K01, K09]}
        - antwoord zelf: {persoon: moeder, over: sami, verzoek: vraag cjg, antwoord: ja}
          verwacht: {status: 201}
        - stap: vraag ggd
          stuur verzoek: {van: school als school-ib, ontvangers: [ggd als ggd-jeugdarts], doel: kernteam-casusoverleg, over: sami, categorieen: [K01, K09]}
      """;

  private static TestGateway gateway;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    gateway = TestGateway.start();
    assertThat(gateway.play(STORY)).as(gateway.told()).isEmpty();
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

  @Test
  void who_cannot_read_looks_says_no_and_stops_her_yes_by_pictures_and_a_voice()
      throws SQLException {
    var voices = Voices.ofThisMachine(browser, "nl-NL");
    browser.go("/");
    press("header", "taal");
    press("main", "makkelijk");
    press("main", "ja");
    press("main", "binnen");
    // The sign-in service is not ours; who cannot read has its app.
    browser.page().check("input[name=persoon][value='" + mother() + "']");
    browser.page().locator("form:has(input[name=persoon]) button").click();
    browser.page().waitForURL("**/mijn");

    hears(voices, "Wie kreeg gegevens?", "Vragen aan u");
    press("main", "kijken");
    press("main", "kind");
    hears(voices, "Uw kind van 9 jaar");
    assertThat(browser.page().url()).contains("/mijn/inzien/");

    press("header", "begin");
    press("main", "vraag");
    press("main", "vraag");
    hears(voices, "Nee mag", "Als u nee zegt: Basisschool De Duinpieper", "Ja", "Nee", "Later");
    browser.picture("zonder-lezen-vraag");
    withoutWords();
    browser.picture("zonder-lezen-vraag-zonder-woorden");
    press("main", "nee");
    hears(voices, "U zegt nee");
    press("main", "ja");
    hears(voices, "Wij hebben het opgeschreven.");

    press("header", "begin");
    press("main", "kiezen");
    press("main", "ja");
    hears(voices, "CJG Kennemerland");
    press("main", "nee");
    hears(voices, "U stopt uw ja", "Vanaf nu delen wij dit niet meer.");
    press("main", "ja");
    hears(voices, "Wij hebben het opgeschreven.");

    assertThat(said())
        .containsExactly("cjg-coach GIVEN", "ggd-jeugdarts REFUSED", "cjg-coach WITHDRAWN");
    assertThat(browser.complaints()).isEmpty();
  }

  /// Presses what has this picture in it. By then no word can be read any more.
  private static void press(String where, String pictogram) {
    withoutWords();
    var picture = "img[src*='/beeld-" + pictogram + ".']";
    var pressed =
        browser
            .page()
            .locator(where + " :is(a, button, label):has(" + picture + ")")
            .filter(new Locator.FilterOptions().setVisible(true))
            .first();
    assertThat(pressed.locator(picture).isVisible()).isTrue();
    pressed.click();
    browser.page().waitForLoadState();
  }

  private static void withoutWords() {
    browser.value(
        """
        (() => {
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            texts.currentNode.data = texts.currentNode.data.replace(/[^\\s]/gu, "▒");
          }
          return document.body.innerText.replace(/[▒\\s]/g, "").length;
        })()
        """);
  }

  /// Presses the loudspeaker and hears each of these, in Dutch, by a voice of this machine.
  private static void hears(Voices voices, String... words) {
    browser.page().locator("button:has(img[src*='/beeld-voorlezen.'])").click();
    var said = voices.said();
    var heard = new StringBuilder();
    for (var one : said) {
      assertThat(one.path("home").asBoolean()).as(one.toString()).isTrue();
      assertThat(one.path("lang").asText()).isEqualTo("nl");
      heard.append(one.path("text").asText()).append('\n');
    }
    assertThat(heard.toString()).contains(words);
    assertThat(voices.shown()).isEqualTo(1);
  }

  private static int mother() {
    return gateway.gateway().site().login().people().all().stream()
        .filter(person -> person.name().contains("moeder"))
        .findFirst()
        .orElseThrow()
        .place();
  }

  private static List<String> said() throws SQLException {
    var told = new ArrayList<String>();
    try (var owner = gateway.gateway().database().owner();
        var statement = owner.createStatement();
        var rows =
            statement.executeQuery(
                """
                select a.receiver_role, e.type
                from consent_event e join consent_ask a on a.id = e.ask_id
                where e.channel = 'portaal' order by e.seq
                """)) {
      while (rows.next()) {
        told.add(rows.getString(1) + " " + rows.getString(2));
      }
    }
    return told;
  }

  @Test
  void a_page_is_never_read_by_a_voice_that_sends_it_to_its_maker() {
    Voices.ofSomebodyElse(browser, "nl-NL", "en-GB");
    easily();

    assertThat(browser.page().locator("[data-voorlezen]").isVisible()).isFalse();
  }

  @Test
  void without_a_voice_in_the_language_of_the_page_there_is_no_button() {
    Voices.ofThisMachine(browser, "en-GB");
    easily();

    assertThat(browser.page().locator("[data-voorlezen]").isVisible()).isFalse();
  }

  @Test
  void without_scripts_the_pictures_are_there_and_lead_as_far() {
    browser.another(false);
    easily();

    assertThat(browser.page().locator("[data-voorlezen]").isVisible()).isFalse();
    assertThat(browser.page().locator("main a img[src*='/beeld-binnen.']").isVisible()).isTrue();
  }

  private static void easily() {
    browser.go("/taal");
    browser.page().check("#makkelijk");
    browser.page().click("main button[type=submit]");
  }
}
