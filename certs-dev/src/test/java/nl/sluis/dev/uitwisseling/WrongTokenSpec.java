package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nl.sluis.dev.aanbieder.DevProvider;
import nl.sluis.dev.aanbieder.Mishap;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.SimulatedBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a provider, or somebody in its place, may never get past us.
final class WrongTokenSpec {
  private static final String MOTHER = "999990019";

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
  void an_id_token_that_is_not_of_this_provider_for_us_for_this_attempt_now_lets_nobody_in()
      throws JOSEException {
    var answers = new LinkedHashMap<String, Answer>();
    for (var mishap : mishaps().entrySet()) {
      try (var browser = SimulatedBrowser.at(gateway)) {
        provider.next(mishap.getValue());
        var answer = browser.logIn(MOTHER);
        answers.put(mishap.getKey(), answer);
        isRefused(answer, browser);
      }
    }
    var first = answers.firstEntry().getValue();
    assertThat(answers)
        .allSatisfy((what, answer) -> assertThat(answer.body()).as(what).isEqualTo(first.body()));
    try (var browser = SimulatedBrowser.at(gateway)) {
      assertThat(browser.logIn(MOTHER).status()).as("the right one").isEqualTo(303);
    }
  }

  private static Map<String, Mishap> mishaps() throws JOSEException {
    var stranger = new ECKeyGenerator(Curve.P_256).keyID("vreemd").generate();
    var wrong = new LinkedHashMap<String, Mishap>();
    wrong.put("no signature", (claims, _) -> new PlainJWT(claims).serialize());
    wrong.put("a key of another", (claims, key) -> Mishap.signed(claims, as(stranger, key)));
    wrong.put("a key that is not there", (claims, _) -> Mishap.signed(claims, stranger));
    wrong.put("a public key as a secret", WrongTokenSpec::hmac);
    wrong.put("another nonce", with(c -> c.claim("nonce", "een-andere")));
    wrong.put("no nonce", with(c -> c.claim("nonce", null)));
    wrong.put("another issuer", with(c -> c.issuer("https://elders.example")));
    wrong.put("another audience", with(c -> c.audience("een-ander")));
    wrong.put("two audiences", with(c -> c.audience(List.of("sluis", "een-ander"))));
    wrong.put("for another party", with(c -> c.claim("azp", "een-ander")));
    wrong.put("over", with(c -> c.expirationTime(at(Duration.ZERO))));
    wrong.put("no end", with(c -> c.expirationTime(null)));
    wrong.put("old", with(c -> c.issueTime(at(Duration.ofMinutes(-6)))));
    wrong.put("of later", with(c -> c.issueTime(at(Duration.ofMinutes(2)))));
    wrong.put("a login of before", with(c -> c.claim("auth_time", seconds(Duration.ofHours(-1)))));
    wrong.put("no moment of logging in", with(c -> c.claim("auth_time", null)));
    wrong.put("about nobody", with(c -> c.subject(null)));
    wrong.put("no number", with(c -> c.claim("urn:nl-eid-gdi:1.0:id:BSN", null)));
    wrong.put("no BSN", with(c -> c.claim("urn:nl-eid-gdi:1.0:id:BSN", "123456789")));
    wrong.put("no token", (_, _) -> "geen.jwt.dit");
    return wrong;
  }

  private static Mishap with(UnaryOperator<JWTClaimsSet.Builder> change) {
    return (claims, key) ->
        Mishap.signed(change.apply(new JWTClaimsSet.Builder(claims)).build(), key);
  }

  private static ECKey as(ECKey key, ECKey name) {
    return new ECKey.Builder(key).keyID(name.getKeyID()).build();
  }

  private static String hmac(JWTClaimsSet claims, ECKey key) {
    try {
      var token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), claims);
      token.sign(new MACSigner(key.toECPublicKey().getEncoded()));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_provider_may_change_its_key_and_nobody_can_make_us_ask_for_keys_at_will() {
    try (var browser = SimulatedBrowser.at(gateway)) {
      browser.logIn(MOTHER);
      later(Duration.ofMinutes(1));
      provider.changeKey();
      assertThat(browser.logIn(MOTHER).status()).isEqualTo(303);
    }
    int asked = provider.asked();
    for (int i = 0; i < 3; i++) {
      try (var forger = SimulatedBrowser.at(gateway)) {
        provider.next((claims, _) -> Mishap.signed(claims, strange()));
        isRefused(forger.logIn(MOTHER), forger);
      }
    }

    assertThat(provider.asked()).isEqualTo(asked);
  }

  private static ECKey strange() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void isRefused(Answer answer, SimulatedBrowser browser) {
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("href=\"/aanmelden\"").doesNotContain(MOTHER);
    assertThat(browser.cookie("__Host-sluis")).isEmpty();
  }

  private static void later(Duration span) {
    gateway.moveClock(gateway.clock().instant().plus(span));
  }

  private static Date at(Duration span) {
    return Date.from(gateway.clock().instant().plus(span));
  }

  private static long seconds(Duration span) {
    return gateway.clock().instant().plus(span).getEpochSecond();
  }
}
