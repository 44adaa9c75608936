package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTParser;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.sluis.dev.aanbieder.DevProvider;
import nl.sluis.dev.aanbieder.Mishap;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.SimulatedBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A session ends here, everywhere and from the side of the provider, and not because another site
/// wants it to.
final class LogoutSpec {
  private static final String MOTHER = "999990019";
  private static final String FATHER = "999990020";
  private static final String IVO = "999900018";
  private static final String BO = "999900031";
  private static final String LEVEL = "http://eidas.europa.eu/LoA/substantial";
  private static final String LISTENS = "/afmelden/melding";

  private static TestGateway test;
  private static DevGateway gateway;
  private static DevProvider provider;

  @BeforeAll
  static void start() {
    test = TestGateway.start();
    gateway = test.gateway();
    provider = test.provider("moeder", MOTHER);
    provider.people().add("vader", FATHER);
  }

  @AfterAll
  static void stop() throws IOException {
    test.close();
  }

  @Test
  void who_logs_out_everywhere_is_out_everywhere_and_nobody_else_is() {
    try (var library = loggedIn(MOTHER);
        var home = loggedIn(MOTHER);
        var father = loggedIn(FATHER)) {
      assertThat(page(home)).as("nobody reads how many there are").isEqualTo(page(father));

      home.post("/afmelden/overal", token(home));

      assertThat(isIn(library)).isFalse();
      assertThat(isIn(home)).isFalse();
      assertThat(isIn(father)).isTrue();
    }
  }

  @Test
  void another_site_logs_nobody_out_and_a_form_of_another_session_does_not_either() {
    try (var mother = loggedIn(MOTHER);
        var father = loggedIn(FATHER)) {
      var strange = List.of(token(father), Map.<String, String>of(), Map.of("bewijs", "geraden"));

      strange.forEach(
          token -> {
            assertThat(mother.post("/afmelden", token).status()).isEqualTo(403);
            assertThat(mother.post("/afmelden/overal", token).status()).isEqualTo(403);
          });
      assertThat(mother.postFromElsewhere("/afmelden", token(mother)).status()).isEqualTo(403);
      assertThat(mother.get("/afmelden").status()).isNotEqualTo(303);
      assertThat(isIn(mother)).isTrue();
    }
  }

  @Test
  void who_logged_out_here_can_log_out_at_the_provider_too_without_a_number_in_an_address() {
    try (var mother = loggedIn(MOTHER)) {
      var page = mother.follow(mother.post("/afmelden", token(mother)));

      assertThat(page.body()).contains(provider.issuer() + "/uitloggen?");
      var out = provider.issuer() + "/uitloggen?" + after(page.body(), "/uitloggen?");
      assertThat(out).doesNotContain("id_token_hint", MOTHER);
      var back = mother.get(URI.create(out.replace("&amp;", "&")));
      assertThat(SimulatedBrowser.to(back).getPath()).isEqualTo("/afmelden/klaar");
      assertThat(mother.follow(back).status()).isEqualTo(200);
    }
  }

  private static String after(String body, String start) {
    var from = body.substring(body.indexOf(start) + start.length());
    return from.substring(0, from.indexOf('"'));
  }

  @Test
  void who_logs_out_at_the_provider_is_logged_out_here() {
    try (var mother = loggedIn(MOTHER);
        var home = loggedIn(MOTHER)) {
      mother.get(URI.create(provider.issuer() + "/uitloggen"));

      assertThat(isIn(mother)).isFalse();
      assertThat(isIn(home)).as("another session of hers").isTrue();
    }
  }

  @Test
  void the_provider_ends_one_session_or_all_of_somebody_and_an_old_word_ends_nothing_new() {
    try (var first = SimulatedBrowser.at(gateway);
        var second = loggedIn(MOTHER);
        var father = loggedIn(FATHER);
        var afterwards = SimulatedBrowser.at(gateway)) {
      var session = loggedInAs(first, MOTHER);
      var one = provider.logoutToken(session, false);
      var all = provider.logoutToken(session, true);

      assertThat(says(one)).isEqualTo(200);
      assertThat(isIn(first)).isFalse();
      assertThat(isIn(second)).isTrue();
      assertThat(says(all)).isEqualTo(200);
      assertThat(isIn(second)).isFalse();
      assertThat(isIn(father)).isTrue();

      later(Duration.ofMinutes(2));
      afterwards.logIn(MOTHER);
      assertThat(says(all)).isEqualTo(200);
      assertThat(isIn(afterwards)).isTrue();
    }
  }

  @Test
  void a_word_that_is_not_of_the_provider_for_us_and_now_ends_nothing() throws ParseException {
    try (var mother = SimulatedBrowser.at(gateway)) {
      var tokens = new ArrayList<String>();
      provider.next(
          (claims, key) -> {
            tokens.add(Mishap.signed(claims, key));
            return tokens.getFirst();
          });
      var session = loggedInAs(mother, MOTHER);
      var right = provider.logoutToken(session, false);
      var unsigned = JWTParser.parse(right).getParsedParts();

      assertThat(says(tokens.getFirst())).as("an ID token").isEqualTo(400);
      assertThat(says(unsigned[0] + "." + unsigned[1] + ".")).as("unsigned").isEqualTo(400);
      assertThat(says("geen")).isEqualTo(400);
      later(Duration.ofMinutes(6));
      assertThat(says(right)).as("old").isEqualTo(400);
      assertThat(isIn(mother)).isTrue();
    }
  }

  @Test
  void who_works_at_a_desk_is_out_there_when_that_provider_says_so_and_a_colleague_is_not() {
    provider.people().employ("Ivo (loket)", IVO);
    provider.people().employ("Bo (loket)", BO);
    try (var desk = SimulatedBrowser.at(gateway);
        var again = SimulatedBrowser.at(gateway);
        var colleague = SimulatedBrowser.at(gateway)) {
      var session = atTheDesk(desk, IVO);
      atTheDesk(again, IVO);
      atTheDesk(colleague, BO);

      assertThat(says("/loket" + LISTENS, "geen")).isEqualTo(400);
      assertThat(isAtTheDesk(desk)).isTrue();
      assertThat(says("/loket" + LISTENS, provider.logoutToken(session, false))).isEqualTo(200);
      assertThat(isAtTheDesk(desk)).isFalse();
      assertThat(isAtTheDesk(again)).isTrue();
      assertThat(says("/loket" + LISTENS, provider.logoutToken(session, true))).isEqualTo(200);
      assertThat(isAtTheDesk(again)).isFalse();
      assertThat(isAtTheDesk(colleague)).isTrue();
    }
  }

  private static String atTheDesk(SimulatedBrowser browser, String number) {
    var page = browser.follow(browser.get("/loket/aanmelden"));
    browser.follow(browser.pick(page, number, LEVEL));
    assertThat(isAtTheDesk(browser)).isTrue();
    return browser.sessionAtProvider().orElseThrow();
  }

  private static boolean isAtTheDesk(SimulatedBrowser browser) {
    return !browser.get("/loket").body().contains("Aanmelden bij uw organisatie");
  }

  private static SimulatedBrowser loggedIn(String number) {
    var browser = SimulatedBrowser.at(gateway);
    browser.logIn(number);
    return browser;
  }

  /// @return how the provider calls its session
  private static String loggedInAs(SimulatedBrowser browser, String number) {
    browser.logIn(number);
    return browser.sessionAtProvider().orElseThrow();
  }

  private static int says(String token) {
    return says(LISTENS, token);
  }

  private static int says(String path, String token) {
    try (var server = SimulatedBrowser.at(gateway)) {
      return server.call(path, Map.of("logout_token", token)).status();
    }
  }

  private static String page(SimulatedBrowser browser) {
    var page = browser.get("/afmelden/overal");
    assertThat(page.status()).isEqualTo(200);
    return page.body().replaceAll("name=\"bewijs\" value=\"[^\"]*\"", "");
  }

  private static boolean isIn(SimulatedBrowser browser) {
    return browser.get("/mijn").status() == 200;
  }

  private static Map<String, String> token(SimulatedBrowser browser) {
    return Map.of("bewijs", browser.formToken("/mijn"));
  }

  private static void later(Duration span) {
    gateway.moveClock(gateway.clock().instant().plus(span));
  }
}
