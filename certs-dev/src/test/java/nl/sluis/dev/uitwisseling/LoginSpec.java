package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.sluis.dev.aanbieder.DevProvider;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevSignIn;
import nl.sluis.dev.partner.SimulatedBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Logging in with a browser, by people and by whoever wants to be somebody else.
final class LoginSpec {
  private static final String MOTHER = "999990019";
  private static final String ATTEMPT = "__Host-sluis-aanmelden";
  private static final String SESSION = "__Host-sluis";
  private static final String LOW = "http://eidas.europa.eu/LoA/low";

  private static TestGateway test;
  private static DevGateway gateway;
  private static DevProvider provider;

  @BeforeAll
  static void start() {
    test = TestGateway.start();
    gateway = test.gateway();
    provider = test.provider("moeder", MOTHER);
  }

  @AfterAll
  static void stop() throws IOException {
    test.close();
  }

  @Test
  void who_says_who_she_is_at_the_provider_sees_her_own_page() {
    try (var browser = SimulatedBrowser.at(gateway)) {
      var back = browser.logIn(MOTHER);

      assertThat(back.status()).isEqualTo(303);
      assertThat(SimulatedBrowser.to(back)).hasToString("/mijn");
      assertThat(browser.get("/mijn").status()).isEqualTo(200);
      assertThat(browser.cookie(ATTEMPT)).isEmpty();
    }
  }

  @Test
  void what_the_browser_keeps_is_for_this_host_alone_and_goes_when_it_closes() {
    try (var browser = SimulatedBrowser.at(gateway)) {
      assertThat(browser.logIn(MOTHER).headers().get("set-cookie"))
          .contains(SESSION + "=")
          .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
          .doesNotContain("Domain", "Expires");
    }
  }

  @Test
  void no_address_that_a_browser_opens_holds_a_number_and_the_provider_is_asked_for_enough() {
    try (var browser = SimulatedBrowser.at(gateway)) {
      browser.logIn(MOTHER);

      assertThat(browser.visited()).noneMatch(address -> address.toString().contains(MOTHER));
      assertThat(browser.visited().get(1).getQuery())
          .contains("code_challenge_method=S256", "acr_values=" + DevSignIn.SUBSTANTIAL)
          .contains("prompt=login", "max_age=", "nonce=", "state=");
    }
  }

  @Test
  void the_table_holds_nothing_with_which_anybody_can_be_somebody() throws Exception {
    try (var browser = SimulatedBrowser.at(gateway);
        var owner = gateway.database().owner();
        var rows = owner.createStatement().executeQuery("select s::text from sessie s")) {
      browser.logIn(MOTHER);
      while (rows.next()) {
        assertThat(rows.getString(1)).doesNotContain(MOTHER, browser.cookie(SESSION).orElseThrow());
      }
    }
  }

  @Test
  void a_stolen_cookie_opens_nothing_once_its_owner_logged_out() {
    try (var owner = SimulatedBrowser.at(gateway);
        var thief = SimulatedBrowser.at(gateway)) {
      owner.logIn(MOTHER);
      thief.keep(SESSION, owner.cookie(SESSION).orElseThrow());
      assertThat(thief.get("/mijn").status()).isEqualTo(200);

      var left = owner.post("/afmelden", token(owner));

      assertThat(left.status()).isEqualTo(303);
      assertThat(owner.cookie(SESSION)).isEmpty();
      isOut(thief);
    }
  }

  @Test
  void a_code_counts_once_and_only_in_the_browser_that_asked_for_it() {
    try (var browser = SimulatedBrowser.at(gateway);
        var other = SimulatedBrowser.at(gateway)) {
      var given =
          browser.pick(browser.follow(browser.get("/aanmelden")), MOTHER, DevSignIn.SUBSTANTIAL);
      var attempt = browser.cookie(ATTEMPT).orElseThrow();

      isRefused(other.follow(given), other);
      other.get("/aanmelden");
      isRefused(other.follow(given), other);
      assertThat(browser.follow(given).status()).isEqualTo(303);
      browser.keep(ATTEMPT, attempt);
      assertThat(browser.follow(given).headers()).doesNotContainKey("location");
      other.keep(ATTEMPT, attempt);
      isRefused(other.follow(given), other);
    }
  }

  @Test
  void nobody_is_logged_in_as_somebody_else_by_opening_a_link() {
    try (var attacker = SimulatedBrowser.at(gateway);
        var victim = SimulatedBrowser.at(gateway)) {
      var link =
          attacker.pick(attacker.follow(attacker.get("/aanmelden")), MOTHER, DevSignIn.SUBSTANTIAL);
      victim.get("/aanmelden");

      isRefused(victim.get(SimulatedBrowser.to(link)), victim);
    }
  }

  @Test
  void who_is_not_known_surely_enough_hears_why_and_can_try_again() {
    try (var browser = SimulatedBrowser.at(gateway)) {
      var low = browser.logIn(MOTHER, LOW);

      assertThat(low.body()).contains("Substantieel", "href=\"/aanmelden\"");
      assertThat(browser.cookie(SESSION)).isEmpty();
      assertThat(browser.logIn(MOTHER).status()).isEqualTo(303);
    }
  }

  @Test
  void an_answer_in_the_name_of_another_provider_or_of_none_is_not_taken() {
    for (var changed : List.of("iss=https%3A%2F%2Felders.example", "geen=ja")) {
      try (var browser = SimulatedBrowser.at(gateway)) {
        var given =
            browser.pick(browser.follow(browser.get("/aanmelden")), MOTHER, DevSignIn.SUBSTANTIAL);
        var answer = SimulatedBrowser.to(given).toString().replaceFirst("iss=[^&]*", changed);

        isRefused(browser.get(URI.create(answer)), browser);
      }
    }
  }

  @Test
  void who_stops_at_the_provider_is_not_logged_in_and_no_answer_is_taken_twice() {
    try (var browser = SimulatedBrowser.at(gateway)) {
      var stopped = browser.cancel(browser.follow(browser.get("/aanmelden")));

      var first = browser.follow(stopped);
      var again = browser.follow(stopped);

      isRefused(first, browser);
      assertThat(first.body()).contains("U bent gestopt");
      isRefused(again, browser);
      assertThat(again.body()).contains("duurde te lang");
    }
  }

  @Test
  void who_waits_too_long_begins_again() {
    try (var browser = SimulatedBrowser.at(gateway)) {
      var page = browser.follow(browser.get("/aanmelden"));
      later(Duration.ofMinutes(10));

      isRefused(browser.follow(browser.pick(page, MOTHER, DevSignIn.SUBSTANTIAL)), browser);
    }
  }

  @Test
  void a_session_is_over_after_a_quarter_of_an_hour_without_a_click_and_after_an_hour_always() {
    try (var idle = SimulatedBrowser.at(gateway);
        var busy = SimulatedBrowser.at(gateway)) {
      idle.logIn(MOTHER);
      busy.logIn(MOTHER);
      for (int minutes = 10; minutes < 60; minutes += 10) {
        later(Duration.ofMinutes(10));
        assertThat(busy.get("/mijn").status()).as(minutes + " minutes").isEqualTo(200);
      }
      isOut(idle);
      later(Duration.ofMinutes(10));
      isOut(busy);
    }
  }

  @Test
  void every_login_has_a_cookie_of_its_own_that_nobody_could_choose_before() {
    try (var browser = SimulatedBrowser.at(gateway);
        var attacker = SimulatedBrowser.at(gateway)) {
      attacker.logIn(MOTHER);
      var planted = attacker.cookie(SESSION).orElseThrow();
      browser.keep(SESSION, planted);

      browser.logIn(MOTHER);

      assertThat(browser.cookie(SESSION).orElseThrow()).isNotEqualTo(planted);
      isOut(attacker);
    }
  }

  @Test
  void any_gateway_finishes_what_another_began_and_none_lets_in_who_logged_out_elsewhere() {
    try (var second = DevGateway.start(gateway.site(), gateway.database(), DevGateway.Ports.ANY);
        var browser = SimulatedBrowser.at(gateway)) {
      var given =
          browser.pick(browser.follow(browser.get("/aanmelden")), MOTHER, DevSignIn.SUBSTANTIAL);
      browser.through(second);
      assertThat(browser.follow(given).status()).isEqualTo(303);
      browser.through(gateway);
      assertThat(browser.get("/mijn").status()).isEqualTo(200);
      var kept = browser.cookie(SESSION).orElseThrow();
      browser.post("/afmelden", token(browser));
      browser.through(second);
      browser.keep(SESSION, kept);

      isOut(browser);
    }
  }

  @Test
  void nothing_in_an_address_decides_where_a_browser_ends_up() {
    try (var browser = SimulatedBrowser.at(gateway)) {
      var begun = browser.get("/aanmelden?naar=https://elders.example&redirect_uri=//elders");

      assertThat(SimulatedBrowser.to(begun).toString())
          .startsWith(provider.issuer() + "/")
          .doesNotContain("elders");
      var given = browser.pick(browser.follow(begun), MOTHER, DevSignIn.SUBSTANTIAL);
      var back = SimulatedBrowser.to(given) + "&naar=https://elders.example";
      assertThat(SimulatedBrowser.to(browser.get(URI.create(back)))).hasToString("/mijn");
    }
  }

  @Test
  void while_the_provider_is_away_people_hear_to_come_back() {
    try (var browser = SimulatedBrowser.at(gateway)) {
      var page = browser.follow(browser.get("/aanmelden"));
      var given = browser.pick(page, MOTHER, DevSignIn.SUBSTANTIAL);
      provider.isAway(true);
      try {
        assertThat(browser.follow(given).body()).contains("Probeer het later");
        assertThat(browser.cookie(SESSION)).isEmpty();
      } finally {
        provider.isAway(false);
      }
    }
  }

  private static void isOut(SimulatedBrowser browser) {
    var answer = browser.get("/mijn");
    assertThat(answer.status()).isEqualTo(303);
    assertThat(SimulatedBrowser.to(answer)).hasToString("/aanmelden");
  }

  private static void isRefused(Answer answer, SimulatedBrowser browser) {
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("href=\"/aanmelden\"").doesNotContain(MOTHER);
    assertThat(browser.cookie(SESSION)).isEmpty();
  }

  private static Map<String, String> token(SimulatedBrowser browser) {
    return Map.of("bewijs", browser.formToken("/mijn"));
  }

  private static void later(Duration span) {
    gateway.moveClock(gateway.clock().instant().plus(span));
  }
}
