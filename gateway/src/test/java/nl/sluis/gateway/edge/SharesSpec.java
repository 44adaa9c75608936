package nl.sluis.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.Test;

final class SharesSpec {
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final Oin CJG = new Oin("00000099000000101000");

  private final AtomicLong nanos = new AtomicLong();
  private final Shares shares =
      new Shares(Tempo.of(new Tempo.Rate(2, 4), new Tempo.Rate(1, 3), 2), nanos::get);

  /// How many pass until one is refused, at one moment.
  private int messagesThatPass(Oin partner, Lane lane) {
    for (int passed = 0; ; passed++) {
      try {
        shares.take(partner, lane);
      } catch (TooMuch _) {
        return passed;
      }
    }
  }

  @Test
  void a_partner_that_floods_uses_up_its_own_share_and_nobody_elses() {
    assertThat(messagesThatPass(SCHOOL, Lane.TOESTEMMING)).isEqualTo(3);

    assertThat(messagesThatPass(CJG, Lane.TOESTEMMING)).isEqualTo(3);
    assertThat(shares.refused()).containsEntry(SCHOOL, 1L).containsEntry(CJG, 1L);
  }

  @Test
  void much_in_one_lane_takes_nothing_from_another_nor_from_what_is_no_message() {
    messagesThatPass(SCHOOL, Lane.TOESTEMMING);

    assertThat(messagesThatPass(SCHOOL, Lane.OVERRIDE)).isEqualTo(3);
    shares.take(SCHOOL);
    assertThat(shares.refused()).containsEntry(SCHOOL, 2L);
  }

  @Test
  void who_waits_as_long_as_was_said_is_let_through_and_a_rest_is_worth_no_more_than_the_burst() {
    messagesThatPass(SCHOOL, Lane.WETTELIJK);
    long said = 0;
    try {
      shares.take(SCHOOL, Lane.WETTELIJK);
    } catch (TooMuch much) {
      said = much.waitSeconds();
    }

    nanos.addAndGet(TimeUnit.SECONDS.toNanos(said));
    assertThat(messagesThatPass(SCHOOL, Lane.WETTELIJK)).isEqualTo(1);
    nanos.addAndGet(TimeUnit.DAYS.toNanos(1));
    assertThat(messagesThatPass(SCHOOL, Lane.WETTELIJK)).isEqualTo(3);
  }

  @Test
  void only_so_many_requests_of_one_partner_are_under_way_and_who_is_answered_makes_room() {
    var first = shares.enter(SCHOOL);
    var second = shares.enter(SCHOOL);
    assertThatThrownBy(() -> shares.enter(SCHOOL)).isInstanceOf(TooMuch.class);
    shares.enter(CJG).close();

    first.close();

    shares.enter(SCHOOL).close();
    second.close();
  }
}
