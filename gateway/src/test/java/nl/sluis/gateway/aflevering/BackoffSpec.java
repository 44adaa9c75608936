package nl.sluis.gateway.aflevering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackoffSpec {
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Optional<Duration> NOT_ASKED = Optional.empty();

  private final Backoff backoff = new Backoff(new SplittableRandom(9));

  @Test
  void it_waits_twice_as_long_each_time_from_a_second_to_a_quarter_of_an_hour() {
    for (int failures = 1; failures <= Backoff.MOST; failures++) {
      var whole = Duration.ofSeconds(Math.min(1L << Math.min(failures - 1, 10), 900));

      assertThat(backoff.after(failures, NOT_ASKED))
          .isBetween(whole.dividedBy(2), whole)
          .isLessThanOrEqualTo(QUARTER);
    }
  }

  @Test
  void who_failed_together_does_not_come_back_together() {
    var waits = new HashSet<Duration>();
    for (int i = 0; i < 50; i++) {
      waits.add(backoff.after(10, NOT_ASKED));
    }

    assertThat(waits).hasSizeGreaterThan(40);
  }

  @Test
  void who_asks_to_wait_longer_is_heard_up_to_a_quarter_of_an_hour() {
    assertThat(backoff.after(1, Optional.of(Duration.ofSeconds(30))))
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(backoff.after(1, Optional.of(Duration.ofDays(365)))).isEqualTo(QUARTER);
  }

  @Test
  void who_asks_to_come_back_at_once_waits_all_the_same() {
    assertThat(backoff.after(8, Optional.of(Duration.ZERO)))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(64));
  }

  @Test
  void it_is_tried_for_about_a_day() {
    var all = Duration.ZERO;
    int failures = 1;
    while (!Backoff.isOver(failures)) {
      all = all.plus(backoff.after(failures, NOT_ASKED));
      failures++;
    }

    assertThat(all).isBetween(Duration.ofHours(18), Duration.ofHours(28));
  }
}
