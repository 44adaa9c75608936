package nl.sluis.dev.proef;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Whether two can be told apart by how long they wait: what the trial of twins rests on.
class TwinsSpec {
  private static final int ROUNDS = 200;
  private static final SplittableRandom RANDOM = new SplittableRandom(3);

  /// Long waits are much longer than short ones are short, as on a real machine, and a busy moment
  /// touches both.
  private static Twins twins(double later) {
    var one = new double[ROUNDS];
    var other = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      double busy = i % 40 < 10 ? 30 : 0;
      one[i] = 10 + busy + Math.exp(RANDOM.nextDouble() * 2);
      other[i] = 10 + busy + Math.exp(RANDOM.nextDouble() * 2) + later;
    }
    return new Twins(one, other);
  }

  @Test
  void who_wait_alike_are_not_told_apart() {
    var alike = twins(0);

    assertThat(alike.superiority()).isBetween(0.42, 0.58);
    assertThat(alike.p(2_000, 5)).isGreaterThan(0.01);
    var interval = alike.interval(0.5, 500, 5);
    assertThat(interval.low()).isNegative();
    assertThat(interval.high()).isPositive();
  }

  @Test
  void who_waits_a_little_longer_is_told_though_the_machine_is_restless() {
    var later = twins(1.5);

    assertThat(later.superiority()).isGreaterThan(0.55);
    assertThat(later.p(2_000, 5)).isLessThan(0.001);
    assertThat(later.apart(0.1)).isBetween(0.5, 2.5);
    assertThat(later.interval(0.1, 500, 5).low()).isPositive();
  }

  @Test
  void equal_waits_are_nobodys_advantage() {
    var same = new Twins(new double[] {2, 2, 3, 3}, new double[] {2, 2, 3, 3});

    assertThat(same.superiority()).isEqualTo(0.5);
    assertThat(same.p(500, 5)).isEqualTo(1.0);
  }
}
