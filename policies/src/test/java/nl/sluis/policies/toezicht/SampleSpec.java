package nl.sluis.policies.toezicht;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// The draw: fixed by the list and the seed alone.
class SampleSpec {
  private static final List<Long> ROWS = LongStream.range(100, 120).boxed().toList();

  private static byte[] seed(int first) {
    var seed = new byte[32];
    for (int i = 0; i < seed.length; i++) {
      seed[i] = (byte) (first + i);
    }
    return seed;
  }

  @Test
  void the_draw_of_the_manual_comes_out_as_it_stands_there() {
    assertThat(Sample.seal(ROWS))
        .isEqualTo("20204ca61d139034e4abe45e5e0b3f0a651c2353c935ed6ed0cb3561a395d4f6");
    assertThat(Sample.ticket(seed(0), 100))
        .isEqualTo("59440f31cb67ee72a1bce684c046925cfcc01ce4a371752612e3aa9a75c88373");
    assertThat(Sample.draw(seed(0), ROWS, 5)).containsExactly(102L, 103L, 104L, 106L, 110L);
  }

  @Test
  void another_seed_is_another_draw_and_the_same_seed_the_same() {
    assertThat(Sample.draw(seed(1), ROWS, 5))
        .isEqualTo(Sample.draw(seed(1), ROWS, 5))
        .isNotEqualTo(Sample.draw(seed(0), ROWS, 5));
  }

  @Test
  void leaving_a_row_out_of_the_list_changes_its_seal_and_not_who_else_is_drawn() {
    var fewer = ROWS.stream().filter(row -> row != 103).toList();

    assertThat(Sample.seal(fewer)).isNotEqualTo(Sample.seal(ROWS));
    assertThat(Sample.draw(seed(0), fewer, 5)).contains(102L, 104L, 106L, 110L);
  }

  @Test
  void of_a_short_list_all_are_looked_at() {
    assertThat(Sample.draw(seed(0), ROWS, 59)).isEqualTo(ROWS);
    assertThat(Sample.draw(seed(0), List.of(), 59)).isEmpty();
  }

  @Test
  void every_row_has_the_same_chance() {
    var times = new int[20];
    for (int i = 0; i < 4_000; i++) {
      var seed = seed(0);
      seed[0] = (byte) i;
      seed[1] = (byte) (i >> 8);
      Sample.draw(seed, ROWS, 5).forEach(row -> times[(int) (row - 100)]++);
    }

    // A quarter of four thousand, within five standard deviations.
    for (int each : times) {
      assertThat(each).isBetween(863, 1_137);
    }
  }

  @Test
  void a_list_out_of_order_or_with_a_row_twice_is_no_list() {
    assertThatThrownBy(() -> Sample.seal(List.of(2L, 1L)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Sample.seal(List.of(1L, 1L)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
