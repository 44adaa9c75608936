package nl.sluis.gateway.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TransactionNumberSpec {
  private static final String NUMBER = "0189f7e5-c883-7106-8272-ccb7fcba0575";

  @Test
  void a_number_that_an_outway_made_is_taken_as_it_is() {
    assertThat(TransactionNumber.read(NUMBER)).map(TransactionNumber::toString).contains(NUMBER);
  }

  @Test
  void what_is_no_uuid_of_version_7_in_its_one_form_is_no_number() {
    for (var wrong :
        List.of(
            "",
            "leerling-12",
            NUMBER.replace("-7106", "-4106"),
            NUMBER.replace("-8272", "-c272"),
            NUMBER.toUpperCase(Locale.ROOT),
            NUMBER + " ",
            NUMBER.replace("-", ""),
            "{" + NUMBER + "}")) {
      assertThat(TransactionNumber.read(wrong)).as(wrong).isEmpty();
    }
    assertThatThrownBy(() -> new TransactionNumber(new UUID(0, 0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_number_of_ours_tells_when_it_was_made_and_is_read_back() {
    var random = new SplittableRandom(1);
    var at = Instant.parse("2026-11-26T22:00:00.123Z");

    for (int i = 0; i < 1_000; i++) {
      var number = TransactionNumber.at(at, random);
      assertThat(TransactionNumber.read(number.toString())).contains(number);
      assertThat(number.value().getMostSignificantBits() >>> 16).isEqualTo(at.toEpochMilli());
    }
    assertThat(TransactionNumber.at(at, random)).isNotEqualTo(TransactionNumber.at(at, random));
  }
}
