package nl.sluis.dev.proef;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PermutationSpec {
  private static final int COUNT = 3_000;

  @Test
  void groups_that_mean_nothing_are_not_told_apart() {
    assertThat(p(0)).isGreaterThan(0.05);
  }

  @Test
  void a_group_that_is_a_little_slower_is_told_apart() {
    assertThat(p(0.1)).isLessThan(0.01);
  }

  @Test
  void the_same_value_everywhere_tells_nothing() {
    var group = IntStream.range(0, COUNT).map(i -> i % 3).toArray();

    assertThat(new Permutation(new double[COUNT], group).p(200, 1)).isEqualTo(1);
  }

  private static double p(double slower) {
    var random = new SplittableRandom(7);
    var group = IntStream.range(0, COUNT).map(_ -> random.nextInt(3)).toArray();
    var values =
        IntStream.range(0, COUNT)
            .mapToDouble(i -> random.nextDouble() + (group[i] == 2 ? slower : 0))
            .toArray();
    return new Permutation(values, group).p(1_000, 1);
  }
}
