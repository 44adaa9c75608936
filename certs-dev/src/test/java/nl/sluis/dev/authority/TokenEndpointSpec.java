package nl.sluis.dev.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.sluis.consent.TestDatabase;
import nl.sluis.gateway.token.AssertionLedger;
import nl.sluis.gateway.token.TokenFault;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenEndpointSpec {
  private static final List<String> SCHEMA =
      List.of("db/consent/V001__rollen.sql", "db/gateway/V002__assertion_seen.sql");

  @TempDir static Path folder;
  private static TestDatabase database;
  private static Authenticator sluis;

  @BeforeAll
  static void open() throws Exception {
    database = TestDatabase.with(SCHEMA);
    sluis = new Authenticator(folder);
  }

  @AfterAll
  static void close() {
    sluis.close();
    database.close();
  }

  @Test
  void a_signed_assertion_gives_a_token_bound_to_the_certificate() throws Exception {
    var response = ask(sluis.assertion("een-goede-assertion-123"));

    var token = SignedJWT.parse(response);
    assertThat(token.getHeader().getType()).hasToString("at+jwt");
    assertThat(token.getJWTClaimsSet().getClaim("cnf"))
        .isEqualTo(Map.of("x5t#S256", sluis.peer.thumbprint()));
    assertThat(sluis.check.check("Bearer " + response, sluis.peer, sluis.clock.instant()).peer())
        .isEqualTo(sluis.peer);
    assertThat(sluis.inUse).as("the key with which it was asked").contains("school-1");
  }

  @Test
  void an_assertion_is_worth_one_token_also_after_a_restart() throws Exception {
    var assertion = sluis.assertion("maar-een-keer-bruikbaar");
    ask(assertion);

    refused(Authenticator.form(assertion), "client-assertion-hergebruikt", 401, "invalid_client");
    refused(Authenticator.form(assertion), "client-assertion-hergebruikt", 401, "invalid_client");
  }

  @Test
  void of_twenty_equal_assertions_at_one_moment_exactly_one_wins() throws Exception {
    var assertion = sluis.assertion("twintig-keer-tegelijk-1");
    var attempts = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < 20; i++) {
      attempts.add(
          () -> {
            try {
              ask(assertion);
              return true;
            } catch (TokenFault fault) {
              return false;
            }
          });
    }

    int winners = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var outcome : threads.invokeAll(attempts)) {
        winners += outcome.get() ? 1 : 0;
      }
    }

    assertThat(winners).isEqualTo(1);
  }

  @Test
  void a_used_assertion_is_forgotten_only_when_nobody_would_accept_it_any_more() throws Exception {
    var ledger = new AssertionLedger(database.gateway(), "kennemerland");
    var assertion = sluis.assertion("vergeten-mag-pas-later1");
    ask(assertion);

    ledger.forget(sluis.clock.instant().plus(Duration.ofSeconds(110)));

    refused(Authenticator.form(assertion), "client-assertion-hergebruikt", 401, "invalid_client");
    assertThat(ledger.forget(sluis.clock.instant().plus(Duration.ofHours(1)))).isPositive();
  }

  @Test
  void an_assertion_for_somebody_else_or_for_too_long_is_refused() {
    var other = new Oin("00000099000000999000");
    var bad =
        List.of(
            sluis.assertion(Door.SCHOOL, "voor-een-ander-bedoeld1", "https://elders", 50),
            sluis.assertion(other, "van-een-ander-dan-de-lijn", Authenticator.ISSUER, 50),
            sluis.assertion(Door.SCHOOL, "veel-te-lang-geldig-123", Authenticator.ISSUER, 300),
            sluis.assertion(Door.SCHOOL, "al-een-tijd-verlopen-12", Authenticator.ISSUER, -120),
            sluis.assertion("te-kort"));

    for (var assertion : bad) {
      refused(Authenticator.form(assertion), "client-assertion-ongeldig", 401, "invalid_client");
    }
  }

  @Test
  void an_assertion_with_a_list_of_audiences_is_refused() {
    var expiry = sluis.clock.instant().getEpochSecond() + 50;
    var payload =
        """
        {"iss":"%s","sub":"%s","aud":["%s"],"jti":"een-lijst-is-niet-een-tekst","exp":%d}\
        """
            .formatted(Door.SCHOOL, Door.SCHOOL, Authenticator.ISSUER, expiry);
    var header = "{\"alg\":\"ES256\",\"kid\":\"school-1\"}";

    refused(
        Authenticator.form(Jws.es256(header, payload, sluis.partnerKey)),
        "client-assertion-ongeldig",
        401,
        "invalid_client");
  }

  @Test
  void an_assertion_of_an_unregistered_key_is_refused() {
    var payload = sluis.assertion("niet-onze-sleutel-12345").split("\\.", -1)[1];
    var header = Jws.encode("{\"alg\":\"ES256\",\"kid\":\"school-2\"}");
    var none = Jws.encode("{\"alg\":\"none\",\"kid\":\"school-1\"}");

    for (var forged : List.of(header + "." + payload + ".AAAA", none + "." + payload + ".")) {
      refused(Authenticator.form(forged), "client-assertion-ongeldig", 401, "invalid_client");
    }
  }

  @Test
  void a_form_that_is_not_complete_or_says_things_twice_is_refused() {
    var good = Authenticator.form(sluis.assertion("een-onvolledige-aanvraag"));
    for (var name : good.keySet()) {
      var without = new HashMap<>(good);
      without.remove(name);
      var twice = new HashMap<>(good);
      twice.put(name, List.of("a", "b"));

      refused(without, "token-aanvraag-onvolledig", 400, "invalid_request");
      refused(twice, "token-aanvraag-onvolledig", 400, "invalid_request");
    }
    var other = new HashMap<>(good);
    other.put("grant_type", List.of("password"));
    refused(other, "token-aanvraag-onbekend", 400, "unsupported_grant_type");
  }

  private static String ask(String assertion) throws Exception {
    return sluis
        .endpoint(database.gateway())
        .issue(Authenticator.form(assertion), sluis.peer, sluis.clock.instant())
        .accessToken();
  }

  private static void refused(
      Map<String, List<String>> form, String code, int status, String oauthError) {
    var endpoint = sluis.endpoint(database.gateway());
    assertThatThrownBy(() -> endpoint.issue(form, sluis.peer, sluis.clock.instant()))
        .isInstanceOfSatisfying(
            TokenFault.class,
            fault -> {
              assertThat(fault.code()).isEqualTo(code);
              assertThat(fault.status()).isEqualTo(status);
              assertThat(fault.oauthError()).isEqualTo(oauthError);
            });
  }
}
