package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.SimulatedBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The same login at Keycloak, which nobody here made: an authorization code with PKCE,
/// `private_key_jwt` with a key that it fetches from Sluis, a second factor for the level, and its
/// word that somebody logged out. Where `SLUIS_KEYCLOAK` does not name the folder of a Keycloak,
/// that is said, and there is nothing to log in at.
final class KeycloakSpec {
  private static final Logger LOG = LoggerFactory.getLogger(KeycloakSpec.class);
  private static final Path REALM = Path.of("src", "test", "resources", "keycloak");
  private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
  private static final Pattern HIDDEN =
      Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

  @SuppressWarnings("NullAway.Init") // only where there is a Keycloak
  private static TestGateway test;

  @SuppressWarnings("NullAway.Init") // likewise
  private static Keycloak keycloak;

  @BeforeAll
  static void start() throws IOException {
    var folder = System.getenv("SLUIS_KEYCLOAK");
    if (folder == null) {
      LOG.info("Keycloak afwezig (SLUIS_KEYCLOAK): daar is niet aangemeld");
      return;
    }
    test = TestGateway.start();
    keycloak = Keycloak.start(Path.of(folder), REALM, test.gateway());
  }

  @AfterAll
  static void stop() throws IOException {
    if (keycloak != null) {
      keycloak.close();
      test.close();
    }
  }

  @Test
  void who_logs_in_at_keycloak_with_a_second_factor_is_in_and_its_logout_is_ours() {
    if (keycloak == null) {
      return;
    }
    try (var browser = SimulatedBrowser.at(test.gateway())) {
      var password = browser.follow(browser.get("/aanmelden"));
      var code =
          send(browser, password, Map.of("username", "moeder", "password", "proef-wachtwoord"));
      var given = send(browser, code, Map.of("otp", keycloak.code(Instant.now())));

      assertThat(SimulatedBrowser.to(given).getPath()).isEqualTo("/aanmelden/terug");
      assertThat(SimulatedBrowser.to(browser.follow(given))).hasToString("/mijn");
      assertThat(browser.get("/mijn").status()).isEqualTo(200);
      assertThat(browser.visited()).noneMatch(at -> at.toString().contains("999990019"));

      var asked = browser.get(URI.create(keycloak.issuer() + "/protocol/openid-connect/logout"));
      var sure = send(browser, asked, Map.of("confirmLogout", "Logout"));
      assertThat(sure.status()).isEqualTo(200);
      assertThat(browser.get("/mijn").status()).as("after its back-channel word").isEqualTo(303);
    }
  }

  /// Fills in the form on a page of Keycloak.
  private static Answer send(SimulatedBrowser browser, Answer page, Map<String, String> fields) {
    var form = FORM.matcher(page.body());
    assertThat(form.find()).as("a form on a page (%s)", page.status()).isTrue();
    var all = new TreeMap<String, String>();
    HIDDEN.matcher(page.body()).results().forEach(one -> all.put(one.group(1), one.group(2)));
    all.putAll(fields);
    var to = URI.create(keycloak.issuer()).resolve(form.group(1).replace("&amp;", "&"));
    var answer = browser.post(to, all);
    while (answer.status() == 302 && isOfKeycloak(SimulatedBrowser.to(answer))) {
      answer = browser.follow(answer);
    }
    return answer;
  }

  private static boolean isOfKeycloak(URI to) {
    return to.getAuthority().equals(URI.create(keycloak.issuer()).getAuthority());
  }
}
