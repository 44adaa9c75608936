package nl.sluis.gateway.vorm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// An answer does not tell by when it comes how much was left out of it.
class BeatSpec {
  private static final Beat BEAT = new Beat(Duration.ofMillis(80));

  @Test
  void whatever_it_took_within_one_beat_the_answer_leaves_at_its_end() {
    for (long passed = 0; passed <= 80_000_000; passed += 1_234_567) {
      assertThat(BEAT.end(passed)).as("after %d ns", passed).isEqualTo(80_000_000);
    }
  }

  @Test
  void what_took_longer_leaves_at_the_end_of_a_later_beat() {
    assertThat(BEAT.end(80_000_001)).isEqualTo(160_000_000);
    assertThat(BEAT.end(399_999_999)).isEqualTo(400_000_000);
  }

  @Test
  void nothing_leaves_before_the_end_of_its_beat() {
    var began = System.nanoTime();

    BEAT.await(began);

    assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(80_000_000);
  }

  @Test
  void without_a_beat_it_leaves_when_it_is_ready() {
    assertThat(Beat.NONE.end(17)).isEqualTo(17);
  }
}
