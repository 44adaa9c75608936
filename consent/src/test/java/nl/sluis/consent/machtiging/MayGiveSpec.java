package nl.sluis.consent.machtiging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.sluis.policies.terms.Age;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who lets another look along, and on which birthday that ends.
final class MayGiveSpec {
  private static final Optional<LocalDate> BORN = Optional.of(LocalDate.of(2010, 3, 28));

  /// Midnight at the start of a birthday; on the twelfth and the seventeenth the clock moves on.
  private static Instant birthday(int years) {
    return BORN.orElseThrow().plusYears(years).atStartOfDay(Age.CALENDAR).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    "0, false, true",
    "11, false, true",
    "12, true, true",
    "15, true, true",
    "16, true, false",
    "17, true, false",
    "18, true, true"
  })
  void a_youth_from_twelve_gives_it_and_a_parent_until_sixteen(
      int age, boolean youth, boolean other) {
    assertThat(MayGive.now(true, true, BORN, birthday(age))).isEqualTo(youth);
    assertThat(MayGive.now(false, true, BORN, birthday(age))).isEqualTo(other);
  }

  @Test
  void who_does_not_see_everything_or_of_whom_the_birth_date_is_unknown_gives_nothing() {
    var now = birthday(13);

    assertThat(MayGive.now(true, false, BORN, now)).isFalse();
    assertThat(MayGive.now(false, false, BORN, now)).isFalse();
    assertThat(MayGive.now(true, true, Optional.empty(), now)).isFalse();
    assertThat(MayGive.now(false, true, Optional.empty(), now)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 16, 18})
  void what_was_given_before_a_birthday_is_over_at_its_midnight(int age) {
    var before = birthday(age).minusSeconds(1);

    for (var self : new boolean[] {true, false}) {
      assertThat(MayGive.still(self, true, BORN, before, birthday(age))).isFalse();
      assertThat(MayGive.still(self, true, BORN, before, before))
          .isEqualTo(MayGive.now(self, true, BORN, before));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 13, 14, 15})
  void any_other_birthday_changes_nothing_for_a_parent(int age) {
    assertThat(MayGive.still(false, true, BORN, birthday(age).minusSeconds(1), birthday(age)))
        .isTrue();
  }

  @Test
  void who_lost_gezag_lends_nothing_from_that_instant() {
    assertThat(MayGive.still(false, false, BORN, birthday(8), birthday(9))).isFalse();
  }
}
