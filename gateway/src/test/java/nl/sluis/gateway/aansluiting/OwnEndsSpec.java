package nl.sluis.gateway.aansluiting;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.aansluiting.CertificateBook.Seen;
import nl.sluis.gateway.peer.Delivery;
import nl.sluis.gateway.peer.EncryptionKey;
import nl.sluis.gateway.peer.Partner;
import nl.sluis.gateway.peer.Signer;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.Test;

/// What of a partner ends is named once, and no more when what took its place worked.
final class OwnEndsSpec {
  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
  private static final Signer CJG = Signer.of("00000099000000101000");
  private static final Oin SCHOOL = new Oin("00000099000000201000");

  @Test
  void of_certificates_and_keys_for_sealing_the_one_that_lasts_longest_is_named() {
    var ends =
        OwnEnds.of(
            partner(Optional.empty()),
            List.of(),
            List.of(seen(CJG.oin(), "01", 5), seen(CJG.oin(), "02", 20), seen(SCHOOL, "03", 900)),
            List.of(sealing("oud", 3), sealing("nieuw", 10)));

    assertThat(ends)
        .containsExactly(
            new Expiry("encryptiesleutel", "nieuw", in(10)),
            new Expiry("certificaat", "02", in(20)));
  }

  @Test
  void a_signing_key_ends_until_the_one_that_took_its_place_worked() {
    var partner = partner(Optional.of(in(9)));

    assertThat(signing(partner, List.of()))
        .containsExactly(new Expiry("ondertekensleutel", "sleutel-1", in(9)));
    assertThat(signing(partner, List.of(replacing(Optional.empty())))).hasSize(1);
    assertThat(signing(partner, List.of(replacing(Optional.of(NOW))))).isEmpty();
    assertThat(signing(partner(Optional.empty()), List.of())).as("it has no end").isEmpty();
  }

  private static List<Expiry> signing(Partner partner, List<KeyRow> rows) {
    return OwnEnds.of(partner, rows, List.of(), List.of());
  }

  private static Partner partner(Optional<Instant> end) {
    var key = new ECKey.Builder(CJG.key().toPublicJWK());
    end.ifPresent(at -> key.expirationTime(Date.from(at)));
    var keys = Map.<String, JWK>of("sleutel-1", key.build());
    return new Partner(CJG.oin(), "CJG", keys, Optional.empty(), new Delivery.Pull());
  }

  private static KeyRow replacing(Optional<Instant> used) {
    var next = new ECKey.Builder(Signer.of(CJG.oin().value()).key().toPublicJWK()).keyID("nieuw");
    return new KeyRow(CJG.oin(), next.build(), "sleutel-1", in(9), NOW, used);
  }

  private static Seen seen(Oin oin, String serial, int days) {
    return new Seen(oin, serial, "CN=Uitgever", in(days), NOW);
  }

  private static EncryptionKey sealing(String kid, int days) {
    var key = CJG.key().toPublicJWK();
    return new EncryptionKey(CJG.oin(), kid, key, NOW.minus(Duration.ofDays(9)), in(days), "");
  }

  private static Instant in(int days) {
    return NOW.plus(Duration.ofDays(days));
  }
}
