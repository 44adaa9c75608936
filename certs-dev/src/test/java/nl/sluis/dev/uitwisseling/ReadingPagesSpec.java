package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.SimulatedBrowser;
import nl.sluis.dev.rig.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A youth reads in a browser what would go about her, stops it, lets it go and adds what goes
/// along.
final class ReadingPagesSpec {
  private static final String YOUTH = "999990159";
  private static final String SESSION = "__Host-sluis";
  private static final String CAST =
      """
      titel: lees mee
      tijd: 2026-11-23 10:00
      partijen:
        arts: Sociaal-medische advisering van de GGD
        leerplicht: Leerplicht Haarlem
      gezinnen:
        bo: {leeftijd: 16 jaar 40 dagen, gezag: eenhoofdig, houders: [moeder], bsn: "999990159", verwijzing: bsn, bekend bij: arts als onafhankelijk-arts}
      stappen:
      """;
  private static final String WHAT =
      """
            van: arts als onafhankelijk-arts
            aan: leerplicht als lpa
            doel: vrijstelling-leerplicht-5a
            over: bo
            verwijzing: bsn
            categorieen:
              K01: {voornamen: Bo, achternaam: Voorbeeld, geboortedatum: "2010-10-14"}
              K07: {conclusie: reden-aanwezig, onderzochtOp: "2026-11-20"}
      """;

  private static TestGateway test;
  private static DevGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    test = TestGateway.start();
    gateway = test.gateway();
    gateway.site().login().provider().people().add("bo", YOUTH);
    assertThat(test.play(CAST + "  - leg leesstuk klaar:\n" + WHAT)).as(test.told()).isEmpty();
  }

  @AfterAll
  static void stop() throws IOException {
    test.close();
  }

  @Test
  void she_reads_it_stops_it_lets_it_go_and_what_she_adds_goes_along() throws IOException {
    try (var browser = SimulatedBrowser.at(gateway)) {
      browser.logIn(YOUTH);
      var page = first(browser.get("/mijn/leesmee").body(), "/mijn/leesmee/[0-9a-f-]{36}");

      var unread = browser.get(page).body();
      assertThat(unread).contains("Nee mag", "Wat er dan gebeurt").doesNotContain("reden-aanwezig");

      assertThat(browser.post(page + "/lezen", proof(browser, page)).status()).isEqualTo(303);
      var read = browser.get(page).body();
      assertThat(read).contains("reden-aanwezig", "value=\"akkoord\"", "value=\"tegengehouden\"");
      axe(browser, "/mijn/leesmee", page);

      say(browser, page, "woord", "tegengehouden");
      assertThat(browser.get(page).body()).contains("U hield deze tekst tegen.");
      send("{uitkomst: WEIGEREN, minstens redenen: [tekst-tegengehouden]}", "");

      say(browser, page, "opmerking", "Ik wil wel naar school.");
      say(browser, page, "woord", "akkoord");
      send(
          "{status: 200, regel: X11}",
          """
            - haal op: {door: leerplicht als lpa, pakket van: weg}
              verwacht: {status: 200, bevat: Ik wil wel naar school.}
          """);
      assertThat(browser.get(page).body()).contains("Deze tekst is gegeven.");
      assertThat(gateway.checkLogbook()).isEmpty();
    }
  }

  @Test
  void of_what_is_not_for_somebody_there_is_no_page_and_no_way_to_say_something() {
    try (var browser = SimulatedBrowser.at(gateway)) {
      browser.logIn(YOUTH);
      var nowhere = "/mijn/leesmee/5f0c7a3e-6d1b-4f0e-9a53-0a4c3a3d9f10";
      var proof = browser.formToken("/mijn/leesmee");

      assertThat(browser.get(nowhere).status()).isEqualTo(404);
      assertThat(browser.post(nowhere + "/lezen", Map.of("bewijs", proof)).status()).isEqualTo(404);
      var yes = Map.of("bewijs", proof, "woord", "akkoord");
      assertThat(browser.post(nowhere + "/antwoord", yes).status()).isEqualTo(404);
    }
  }

  private static void say(SimulatedBrowser browser, String page, String field, String text) {
    var fields = Map.of("bewijs", browser.formToken(page), field, text);
    assertThat(browser.post(page + "/antwoord", fields).status()).as(text).isEqualTo(303);
  }

  private static Map<String, String> proof(SimulatedBrowser browser, String page) {
    return Map.of("bewijs", browser.formToken(page));
  }

  private static void send(String expected, String after) throws IOException {
    var steps = "  - stap: weg\n    stuur:\n" + WHAT + "    verwacht: " + expected + "\n" + after;
    assertThat(test.play(CAST + steps)).as(test.told()).isEmpty();
  }

  /// Nothing that a screen reader or a phone trips over.
  private static void axe(SimulatedBrowser owner, String... paths) throws IOException {
    try (var real = Browser.open(gateway)) {
      real.go("/");
      var home = real.page().url();
      var session = owner.cookie(SESSION).orElseThrow();
      real.page()
          .context()
          .addCookies(
              List.of(new Cookie(SESSION, session).setUrl(home).setSecure(true).setHttpOnly(true)));
      for (var path : paths) {
        assertThat(real.go(path)).isEqualTo(200);
        assertThat(real.violations()).as(path).isEmpty();
        assertThat(real.tooWide()).as(path).isFalse();
        var sizes =
            real.page()
                .evalOnSelectorAll(
                    ".keuzes button", "all => new Set(all.map(b => b.offsetWidth)).size");
        assertThat(Integer.parseInt(String.valueOf(sizes))).as(path).isLessThan(2);
      }
    }
  }

  private static String first(String page, String what) {
    var found = Pattern.compile(what).matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group();
  }
}
