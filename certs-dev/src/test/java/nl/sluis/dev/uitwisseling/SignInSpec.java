package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevSignIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who somebody is must be sure, now, and for us; whoever forges it hears no more than that.
final class SignInSpec {
  private static final String MINE = "/mijn/v1/toestemmingen";
  private static final String NUMBER = "999990019";

  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
  }

  @Test
  void who_is_signed_in_surely_enough_is_let_in() {
    var signIn = gateway.gateway().site().signIn();

    assertThat(with(signIn.token(NUMBER)).status()).isEqualTo(200);
    assertThat(with(signIn.token(NUMBER, "http://eidas.europa.eu/LoA/high")).status())
        .isEqualTo(200);
  }

  @Test
  void who_is_not_signed_in_is_not() {
    assertThat(with("").body()).contains("\"niet-aangemeld\"");
    assertThat(with("").status()).isEqualTo(401);
  }

  @Test
  void a_level_that_is_too_low_says_what_to_do() {
    var low = gateway.gateway().site().signIn().token(NUMBER, "http://eidas.europa.eu/LoA/low");

    assertThat(with(low).body()).contains("\"aanmelding-te-licht\"", "Substantieel");
  }

  @Test
  void every_forged_or_strange_token_is_one_and_the_same_refusal() throws JOSEException {
    var other = new ECKeyGenerator(Curve.P_256).keyID("aanmelding").generate();
    var good = claims().build();
    var forged =
        List.of(
            DevSignIn.signed(good, other),
            new PlainJWT(good).serialize(),
            signed(claims().issuer("https://elders.example")),
            signed(claims().audience("een-ander")),
            signed(claims().audience(List.of("sluis", "een-ander"))),
            signed(claims().expirationTime(at(Duration.ofSeconds(-1)))),
            signed(claims().issueTime(at(Duration.ofMinutes(5)))),
            signed(claims().expirationTime(at(Duration.ofHours(1)))),
            signed(claims().expirationTime(null)),
            signed(claims().claim(claim(), "123456789")),
            signed(claims().claim(claim(), null)),
            "geen.jwt.dit");

    assertThat(forged)
        .allSatisfy(
            token -> {
              var answer = with(token);
              assertThat(answer.status()).isEqualTo(401);
              assertThat(answer.body())
                  .contains("\"aanmelding-ongeldig\"")
                  .isEqualTo(with("geen.jwt.dit").body())
                  .doesNotContain(NUMBER);
            });
  }

  private static JWTClaimsSet.Builder claims() {
    var service = gateway.gateway().site().signIn().service();
    return new JWTClaimsSet.Builder()
        .issuer(service.issuer())
        .audience(service.audience())
        .issueTime(at(Duration.ZERO))
        .expirationTime(at(Duration.ofMinutes(10)))
        .claim("acr", DevSignIn.SUBSTANTIAL)
        .claim(claim(), NUMBER);
  }

  private static String claim() {
    return gateway.gateway().site().signIn().service().claim();
  }

  private static Date at(Duration later) {
    Instant now = gateway.gateway().clock().instant();
    return Date.from(now.plus(later));
  }

  private static String signed(JWTClaimsSet.Builder claims) {
    return gateway.gateway().site().signIn().signed(claims.build());
  }

  private static Answer with(String token) {
    return gateway.gateway().person(NUMBER).send("GET", MINE, token, null);
  }
}
