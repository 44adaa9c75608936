package nl.sluis.dev.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.gateway.peer.Peer;
import nl.sluis.gateway.peer.Standing;
import nl.sluis.gateway.token.TokenFault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenSpec {
  private static final String HEADER = "{\"alg\":\"ES256\",\"kid\":\"token-1\",\"typ\":\"at+jwt\"}";

  @TempDir static Path folder;
  private static Authenticator sluis;

  @BeforeAll
  static void open() throws Exception {
    sluis = new Authenticator(folder);
  }

  @AfterAll
  static void close() {
    sluis.close();
  }

  @Test
  void a_good_token_of_this_certificate_is_accepted_again_and_again() throws Exception {
    var token = Jws.es256(HEADER, sluis.claims(), sluis.tokenKey);

    for (int i = 0; i < 3; i++) {
      var authenticated = sluis.check.check("Bearer " + token, sluis.peer, sluis.clock.instant());

      assertThat(authenticated.peer()).isEqualTo(sluis.peer);
    }
  }

  @Test
  void a_token_of_another_certificate_is_refused_even_when_it_was_accepted_from_its_own()
      throws Exception {
    var token = Jws.es256(HEADER, sluis.claims(), sluis.tokenKey);
    sluis.check.check("Bearer " + token, sluis.peer, sluis.clock.instant());

    refused(token, sluis.samePartnerOtherCertificate, "token-ander-certificaat");
  }

  @Test
  void a_token_that_was_accepted_is_refused_once_it_expired() throws Exception {
    var token = Jws.es256(HEADER, sluis.claims(), sluis.tokenKey);
    sluis.check.check("Bearer " + token, sluis.peer, sluis.clock.instant());

    var later = sluis.clock.instant().plus(Duration.ofMinutes(5));

    assertThatThrownBy(() -> sluis.check.check("Bearer " + token, sluis.peer, later))
        .isInstanceOfSatisfying(
            TokenFault.class, f -> assertThat(f.code()).isEqualTo("token-verlopen"));
  }

  @Test
  void a_token_that_was_accepted_is_refused_once_a_key_of_its_partner_was_withdrawn()
      throws Exception {
    var token = Jws.es256(HEADER, sluis.claims(), sluis.tokenKey);
    sluis.check.check("Bearer " + token, sluis.peer, sluis.clock.instant());

    sluis.lastWithdrawal = sluis.clock.instant();

    refused(token, sluis.peer, "token-verlopen");
    sluis.lastWithdrawal = Instant.MIN;
  }

  @Test
  void who_is_shut_out_is_refused_with_a_good_token() throws Exception {
    var token = Jws.es256(HEADER, sluis.claims(), sluis.tokenKey);
    sluis.check.check("Bearer " + token, sluis.peer, sluis.clock.instant());

    sluis.standing = Standing.GESCHORST;

    refused(token, sluis.peer, "partner-geschorst");
    sluis.standing = Standing.TOEGELATEN;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"ES256\",\"kid\":\"token-1\",\"typ\":\"JWT\"}",
        "{\"alg\":\"ES256\",\"kid\":\"token-1\"}",
        "{\"alg\":\"ES256\",\"kid\":\"token-2\",\"typ\":\"at+jwt\"}",
        "{\"alg\":\"ES256\",\"kid\":\"../../etc/passwd\",\"typ\":\"at+jwt\"}",
        "{\"alg\":\"ES384\",\"kid\":\"token-1\",\"typ\":\"at+jwt\"}",
        "{\"alg\":\"RS256\",\"kid\":\"token-1\",\"typ\":\"at+jwt\"}",
        "{\"alg\":\"none\",\"kid\":\"token-1\",\"typ\":\"at+jwt\"}",
        "{\"alg\":\"ES256\",\"kid\":\"token-1\",\"typ\":\"at+jwt\",\"crit\":[\"exp\"]}",
        "{\"alg\":\"ES256\",\"kid\":\"token-1\",\"typ\":\"at+jwt\",\"crit\":[]}",
        "{\"alg\":\"ES256\",\"kid\":\"token-1\",\"typ\":\"at+jwt\",\"b64\":false}",
        "{\"alg\":\"ES256\",\"kid\":\"token-1\",\"typ\":\"at+jwt\",\"zip\":\"DEF\"}",
        "{\"alg\":\"ES256\",\"kid\":\"token-1\",\"typ\":\"at+jwt\",\"jwk\":{}}",
        "{\"alg\":\"ES256\",\"kid\":\"token-1\",\"typ\":\"at+jwt\",\"jku\":\"https://127.0.0.1/\"}",
        "{\"alg\":\"ES256\",\"kid\":\"token-1\",\"typ\":\"at+jwt\",\"x5u\":\"https://127.0.0.1/\"}",
        "{\"alg\":\"ES256\",\"kid\":\"token-1\",\"typ\":\"at+jwt\",\"x5c\":[]}",
        "{\"alg\":\"ES256\",\"alg\":\"none\",\"kid\":\"token-1\",\"typ\":\"at+jwt\"}",
        "[]",
        "null"
      })
  void a_token_with_any_other_header_is_refused(String header) {
    refused(Jws.es256(header, sluis.claims(), sluis.tokenKey), sluis.peer, "token-ongeldig");
  }

  @Test
  void a_token_with_anything_else_in_it_is_refused() {
    var good = sluis.claims();
    var now = sluis.clock.instant().getEpochSecond();
    var mutants =
        List.of(
            good.replace("\"exp\":" + (now + 300) + ",", ""),
            good.replace("\"exp\":" + (now + 300), "\"exp\":" + (now + 86_400)),
            good.replace("\"exp\":" + (now + 300), "\"exp\":\"" + (now + 300) + "\""),
            good.replace("\"exp\":" + (now + 300), "\"exp\":99999999999999999"),
            good.replace("\"exp\":", "\"exp\":1,\"exp\":"),
            good.replace("\"iat\":" + now, "\"iat\":" + (now + 120)),
            good.replace("\"iat\":" + now + ",", ""),
            good.replace("\"jti\":\"abc\"", "\"nbf\":" + (now + 10) + ",\"jti\":\"abc\""),
            good.replace("\"aud\":\"https://sluis.example/v1\"", "\"aud\":\"https://elders\""),
            good.replace("\"aud\":\"https://sluis.example/v1\",", ""),
            good.replace(
                "\"aud\":\"https://sluis.example/v1\"",
                "\"aud\":[\"https://sluis.example/v1\",\"https://elders\"]"),
            good.replace("\"iss\":\"https://sluis.example\"", "\"iss\":\"https://elders\""),
            good.replace("\"iss\":\"https://sluis.example\",", ""),
            good.replace("\"sub\":\"" + Door.SCHOOL + "\",", ""),
            good.replaceAll(",\"cnf\":\\{[^}]*}", ""));

    for (var mutant : mutants) {
      assertThat(mutant).isNotEqualTo(good);
      refused(Jws.es256(HEADER, mutant, sluis.tokenKey), sluis.peer, "token-ongeldig");
    }
  }

  @Test
  void a_token_bound_to_nothing_or_to_more_is_refused() {
    var good = sluis.claims();
    var thumbprint = "\"x5t#S256\":\"" + sluis.peer.thumbprint() + "\"";
    var mutants =
        List.of(
            good.replace(thumbprint, ""),
            good.replace(thumbprint, "\"x5t#S256\":\"\""),
            good.replace(thumbprint, "\"x5t#S256\":null"),
            good.replace(thumbprint, "\"jkt\":\"" + sluis.peer.thumbprint() + "\""),
            good.replace(thumbprint, thumbprint + ",\"jkt\":\"x\""),
            good.replace(Door.SCHOOL.value(), "00000099000000999000"));

    for (var mutant : mutants) {
      refused(Jws.es256(HEADER, mutant, sluis.tokenKey), sluis.peer, "token-ander-certificaat");
    }
  }

  @Test
  void a_token_that_is_not_signed_with_our_key_is_refused() throws Exception {
    var good = Jws.es256(HEADER, sluis.claims(), sluis.tokenKey);
    var start = good.substring(0, good.lastIndexOf('.') + 1);
    var hs = HEADER.replace("ES256", "HS256");
    var pem = sluis.tokenKey.toECPublicKey().getEncoded();
    var jwk = sluis.tokenKey.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
    ECKey stranger = Jws.newKey("token-1");
    var forged = new ArrayList<String>();
    forged.add(Jws.es256(HEADER, sluis.claims(), stranger));
    forged.add(Jws.unsigned(HEADER.replace("ES256", "none"), sluis.claims()));
    forged.add(Jws.unsigned(HEADER.replace("ES256", "None"), sluis.claims()));
    forged.add(Jws.hs256(hs, sluis.claims(), pem));
    forged.add(Jws.hs256(hs, sluis.claims(), jwk));
    forged.add(start);
    forged.add(start + "A".repeat(86));
    forged.add(good.substring(0, good.length() - 4));

    for (var token : forged) {
      refused(token, sluis.peer, "token-ongeldig");
    }
  }

  @Test
  void a_token_in_another_spelling_is_refused() {
    var good = Jws.es256(HEADER, sluis.claims(), sluis.tokenKey);
    var spellings =
        List.of(
            good + "=",
            good + " ",
            good + "\n",
            " " + good,
            good + ".",
            good + ".x",
            good.replaceFirst("\\.", ".."),
            "x".repeat(1 << 20),
            nextLetter(good));

    for (var spelling : spellings) {
      refused(spelling, sluis.peer, "token-ongeldig");
    }
  }

  @Test
  void without_a_token_or_with_another_scheme_nobody_comes_in() {
    for (var header : new String[] {null, "", "Basic abc", "DPoP abc", "bearer"}) {
      assertThatThrownBy(() -> sluis.check.check(header, sluis.peer, sluis.clock.instant()))
          .isInstanceOfSatisfying(
              TokenFault.class, f -> assertThat(f.code()).isEqualTo("token-ontbreekt"));
    }
  }

  /// The same bytes with other spare bits in the last letter of the signature.
  private static String nextLetter(String token) {
    var last = token.charAt(token.length() - 1);
    var next = last == 'A' ? 'B' : last == 'Q' ? 'R' : last == 'g' ? 'h' : 'x';
    return token.substring(0, token.length() - 1) + next;
  }

  private static void refused(String token, Peer peer, String code) {
    assertThatThrownBy(() -> sluis.check.check("Bearer " + token, peer, sluis.clock.instant()))
        .as(token.substring(0, Math.min(40, token.length())))
        .isInstanceOfSatisfying(TokenFault.class, f -> assertThat(f.code()).isEqualTo(code));
  }
}
