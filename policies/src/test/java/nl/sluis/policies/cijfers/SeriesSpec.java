package nl.sluis.policies.cijfers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// Series of generated questions, each answered by the guard; whoever adds and subtracts the
/// answers in every possible way never learns the size of a group that is too small.
class SeriesSpec {
  private static final int SMALLEST = 10;
  private static final Guard GUARD = new Guard(SMALLEST, 100);
  private static final List<String> MONTHS = List.of("m1", "m2", "m3", "m4");
  private static final List<String> TOWNS = List.of("g1", "g2", "g3");
  private static final int CELLS = MONTHS.size() * TOWNS.size();

  @RepeatedTest(60)
  void no_sum_and_no_difference_of_answers_tells_of_a_small_group(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var cells = IntStream.range(0, CELLS).map(_ -> random.nextInt(18)).toArray();

    var given = series(GUARD, cells, random, 60);

    var span = new Span(CELLS);
    given.forEach(g -> span.add(vector(g)));
    for (int subset = 1; subset < 1 << CELLS; subset++) {
      if (count(subset, cells) < SMALLEST) {
        assertThat(span.holds(vector(subset))).as("cells %s of %s", subset, cells).isFalse();
      }
    }
  }

  @Test
  void the_guard_does_not_just_refuse_everything() {
    var random = new Random(1);
    var cells = IntStream.range(0, CELLS).map(_ -> 10 + random.nextInt(18)).toArray();

    assertThat(series(GUARD, cells, random, 200)).hasSizeGreaterThan(8);
  }

  @Test
  void a_guard_without_memory_would_tell_of_small_groups() {
    var cells = IntStream.range(0, CELLS).map(i -> i == 0 ? 3 : 12).toArray();
    var whole = new Group(Map.of("maand", Set.copyOf(MONTHS), "gemeente", Set.copyOf(TOWNS)));
    var firstMonth = new Group(Map.of("maand", Set.of("m1"), "gemeente", Set.copyOf(TOWNS)));
    var rest =
        new Group(
            Map.of("maand", Set.of("m2", "m3", "m4"), "gemeente", whole.axes().get("gemeente")));
    var towns = new Group(Map.of("maand", Set.of("m1"), "gemeente", Set.of("g2", "g3")));

    var span = new Span(CELLS);
    for (var asked : List.of(whole, firstMonth, rest, towns)) {
      assertThat(GUARD.judge(asked, List.of(), r -> contents(r, cells)))
          .isEqualTo(new Verdict.Given());
      span.add(vector(asked));
    }

    assertThat(span.holds(vector(1))).isTrue();
  }

  private static List<Group> series(Guard guard, int[] cells, Random random, int questions) {
    var given = new ArrayList<Group>();
    for (int i = 0; i < questions; i++) {
      var asked = new Group(Map.of("maand", some(MONTHS, random), "gemeente", some(TOWNS, random)));
      if (guard.judge(asked, given, rest -> contents(rest, cells)) instanceof Verdict.Given) {
        given.add(asked);
      }
    }
    return given;
  }

  private static Set<String> some(List<String> values, Random random) {
    if (random.nextInt(3) == 0) {
      return Set.copyOf(values);
    }
    var some = new HashSet<String>();
    some.add(values.get(random.nextInt(values.size())));
    values.stream().filter(_ -> random.nextInt(3) == 0).forEach(some::add);
    return some;
  }

  private static Contents contents(Rest rest, int[] cells) {
    long count = 0;
    for (int i = 0; i < CELLS; i++) {
      count += rest.holds(point(i)) ? cells[i] : 0;
    }
    return new Contents(count, count, 0);
  }

  private static Map<String, String> point(int cell) {
    return Map.of(
        "maand", MONTHS.get(cell / TOWNS.size()), "gemeente", TOWNS.get(cell % TOWNS.size()));
  }

  private static long[] vector(Group group) {
    return IntStream.range(0, CELLS).mapToLong(i -> group.holds(point(i)) ? 1 : 0).toArray();
  }

  private static long[] vector(int subset) {
    return IntStream.range(0, CELLS).mapToLong(i -> subset >> i & 1).toArray();
  }

  private static int count(int subset, int[] cells) {
    return IntStream.range(0, CELLS).filter(i -> (subset >> i & 1) == 1).map(i -> cells[i]).sum();
  }

  /// What can be made by adding and subtracting vectors of zeros and ones. Reckons modulo a prime
  /// that is larger than any determinant of twelve such vectors, which makes it exact.
  private static final class Span {
    private static final long PRIME = 1_000_000_007L;
    private final long[][] rows;

    Span(int width) {
      rows = new long[width][];
    }

    void add(long[] vector) {
      var left = reduced(vector);
      for (int i = 0; i < left.length; i++) {
        if (left[i] != 0) {
          rows[i] = scaled(left, inverse(left[i]));
          return;
        }
      }
    }

    boolean holds(long[] vector) {
      for (var value : reduced(vector)) {
        if (value != 0) {
          return false;
        }
      }
      return true;
    }

    private long[] reduced(long[] vector) {
      var left = vector.clone();
      for (int i = 0; i < left.length; i++) {
        if (left[i] != 0 && rows[i] != null) {
          var times = left[i];
          for (int j = i; j < left.length; j++) {
            left[j] = Math.floorMod(left[j] - times * rows[i][j], PRIME);
          }
        }
      }
      return left;
    }

    private static long[] scaled(long[] vector, long factor) {
      var scaled = vector.clone();
      for (int i = 0; i < scaled.length; i++) {
        scaled[i] = scaled[i] * factor % PRIME;
      }
      return scaled;
    }

    private static long inverse(long value) {
      long result = 1;
      long base = value;
      for (long power = PRIME - 2; power > 0; power >>= 1) {
        result = (power & 1) == 1 ? result * base % PRIME : result;
        base = base * base % PRIME;
      }
      return result;
    }
  }
}
