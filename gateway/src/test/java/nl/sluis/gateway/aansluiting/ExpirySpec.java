package nl.sluis.gateway.aansluiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.sluis.gateway.aansluiting.CertificateBook.Seen;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpirySpec {
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static final Oin CJG = new Oin("00000099000000101000");

  @ParameterizedTest
  @CsvSource({
    "60,60", "59,60", "30,30", "15,30", "14,14", "8,14", "7,7", "2,7", "1,1", "0,1", "-3,1"
  })
  void what_ends_is_said_at_sixty_thirty_fourteen_seven_and_one_days(int left, int said) {
    assertThat(in(left).threshold(NOW)).contains(said);
  }

  @Test
  void what_ends_later_is_not_said_and_what_ends_first_is_said_first() {
    assertThat(in(61).threshold(NOW)).isEmpty();
    assertThat(Expiry.near(Stream.of(in(61), in(20), in(3)), NOW)).containsExactly(in(3), in(20));
    assertThat(Expiry.fewestDays(List.of(in(61), in(20)), NOW)).hasValue(20);
  }

  @Test
  void a_certificate_that_a_newer_one_replaced_is_said_no_more() {
    var old = new Seen(CJG, "01", "uitgever", in(5).at(), NOW.minus(Duration.ofDays(700)));
    var next = new Seen(CJG, "02", "uitgever", in(700).at(), NOW);

    assertThat(Expiry.certificate(List.of(old)))
        .contains(new Expiry("certificaat", "01", in(5).at()));
    assertThat(Expiry.certificate(List.of(next, old)).filter(one -> one.isNear(NOW))).isEmpty();
    assertThat(Expiry.certificate(List.of())).isEmpty();
  }

  @Test
  void what_ends_at_another_instant_is_another_thing() {
    assertThat(in(5).about()).isEqualTo(in(5).about()).isNotEqualTo(in(6).about());
    assertThat(in(5).of(CJG).name()).isEqualTo(CJG + " 01");
  }

  private static Expiry in(int days) {
    return new Expiry("certificaat", "01", NOW.plus(Duration.ofDays(days)));
  }
}
