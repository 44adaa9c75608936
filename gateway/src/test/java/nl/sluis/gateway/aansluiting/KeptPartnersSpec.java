package nl.sluis.gateway.aansluiting;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.gateway.peer.Listed;
import nl.sluis.gateway.peer.PartnerRegister;
import nl.sluis.gateway.peer.Standing;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptPartnersSpec {
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static final Oin CJG = new Oin("00000099000000101000");
  private static final Oin SCHOOL = new Oin("00000099000000201000");

  @TempDir Path room;

  @Test
  void a_gateway_without_its_database_knows_who_was_a_partner_and_who_was_removed()
      throws Exception {
    var admitted = key("eerste");
    var announced = key("tweede");
    var withdrawn = key("derde");
    kept('a')
        .remember(
            Map.of(
                CJG,
                new Listed(
                    Standing.GESCHORST,
                    Optional.of(description(CJG, admitted, withdrawn)),
                    List.of(announced),
                    Map.of("eerste", NOW.plusSeconds(60)),
                    Set.of(Listed.thumbprint(withdrawn)),
                    NOW),
                SCHOOL,
                new Listed(
                    Standing.VERWIJDERD,
                    Optional.empty(),
                    List.of(),
                    Map.of(),
                    Set.of(),
                    Instant.MIN)));
    Files.writeString(room.resolve(SCHOOL + ".json"), description(SCHOOL, admitted));

    var register = new PartnerRegister(room, () -> NOW);
    assertThat(register.reload()).isEmpty();
    register.take(kept('a').remembered());

    assertThat(register.standing(CJG)).isEqualTo(Standing.GESCHORST);
    assertThat(register.key(CJG, "eerste")).as("in its overlap").isPresent();
    assertThat(register.key(CJG, "tweede")).isPresent();
    assertThat(register.key(CJG, "derde")).isEmpty();
    assertThat(register.standing(SCHOOL))
        .as("a file brings nobody back")
        .isEqualTo(Standing.VERWIJDERD);
    assertThat(register.partner(SCHOOL)).isEmpty();
  }

  @Test
  void what_another_wrote_there_is_nobody() throws Exception {
    kept('a').remember(Map.of(CJG, admitted()));

    assertThat(kept('b').remembered()).isEmpty();
    Files.writeString(room.resolve("partners.jws"), "niets");
    assertThat(kept('a').remembered()).isEmpty();
    Files.delete(room.resolve("partners.jws"));
    assertThat(kept('a').remembered()).isEmpty();
  }

  @Test
  void who_is_no_partner_by_a_database_that_was_put_back_is_none_on_disk_either() throws Exception {
    kept('a').remember(Map.of(CJG, admitted()));

    kept('a').remember(Map.of());

    assertThat(kept('a').remembered()).isEmpty();
  }

  private static Listed admitted() throws Exception {
    return new Listed(
        Standing.TOEGELATEN,
        Optional.of(description(CJG, key("eerste"))),
        List.of(),
        Map.of(),
        Set.of(),
        Instant.MIN);
  }

  private KeptPartners kept(char mark) {
    return new KeptPartners(
        room, new SecretKeySpec(String.valueOf(mark).repeat(32).getBytes(US_ASCII), "HmacSHA256"));
  }

  private static JWK key(String kid) throws Exception {
    return new ECKeyGenerator(Curve.P_256)
        .keyID(kid)
        .algorithm(JWSAlgorithm.ES256)
        .generate()
        .toPublicJWK();
  }

  private static String description(Oin oin, JWK... keys) {
    var list = String.join(",", List.of(keys).stream().map(JWK::toJSONString).toList());
    return "{\"naam\":\"Een partner\",\"oin\":\"%s\",\"sleutels\":{\"keys\":[%s]}}"
        .formatted(oin, list);
  }
}
