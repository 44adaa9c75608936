package nl.sluis.dev.proef;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// What two who are compared waited, in rounds in which each of them waited once.
///
/// It is asked in two ways whether one waits longer than the other. By places in the order of all
/// values (Mann and Whitney): how likely it is that one of them, drawn by lot, waited longer, and
/// how rarely chance alone sets them so far apart when in every round it is drawn anew who of the
/// two was who. And by size: how far their quantiles lie apart, with the interval in which that
/// lies when the rounds are drawn again (bootstrap). Rounds stay whole, so that what the machine
/// does besides touches both; nothing is supposed about how values are spread. Immutable.
final class Twins {
  private final double[] one;
  private final double[] other;
  private final double[] further;
  private final double superiority;

  /// @param one what one of them waited, by round
  /// @param other what the other waited in the same rounds
  Twins(double[] one, double[] other) {
    if (one.length != other.length || one.length == 0) {
      throw new IllegalArgumentException("each waits once in every round");
    }
    this.one = one.clone();
    this.other = other.clone();
    int n = one.length;
    var ranks = ranks(one, other);
    this.further = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      further[i] = ranks[n + i] - ranks[i];
      sum += ranks[n + i];
    }
    this.superiority = (sum - n * (n + 1) / 2.0) / ((double) n * n);
  }

  /// An interval.
  record Interval(double low, double high) {}

  /// How likely it is that the other, drawn by lot, waited longer than the one; 0.5 when neither
  /// does.
  double superiority() {
    return superiority;
  }

  /// How rarely chance alone sets them so far apart; both ways.
  ///
  /// @param rounds how often it is drawn anew who was who
  double p(int rounds, long seed) {
    var random = new SplittableRandom(seed);
    double measured = Math.abs(Arrays.stream(further).sum());
    int further = 0;
    for (int round = 0; round < rounds; round++) {
      double sum = 0;
      for (double apart : this.further) {
        sum += random.nextBoolean() ? apart : -apart;
      }
      further += Math.abs(sum) >= measured ? 1 : 0;
    }
    return (further + 1.0) / (rounds + 1.0);
  }

  /// How much longer the other waits at this quantile.
  double apart(double quantile) {
    return quantile(other.clone(), quantile) - quantile(one.clone(), quantile);
  }

  /// In what interval that lies in 95 of 100 times that the rounds are drawn again.
  Interval interval(double quantile, int rounds, long seed) {
    var random = new SplittableRandom(seed);
    var found = new double[rounds];
    int n = one.length;
    var first = new double[n];
    var second = new double[n];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < n; i++) {
        int drawn = random.nextInt(n);
        first[i] = one[drawn];
        second[i] = other[drawn];
      }
      found[round] = quantile(second, quantile) - quantile(first, quantile);
    }
    Arrays.sort(found);
    return new Interval(found[(int) (rounds * 0.025)], found[(int) (rounds * 0.975)]);
  }

  private static double quantile(double[] values, double quantile) {
    Arrays.sort(values);
    return values[Math.min(values.length - 1, (int) (values.length * quantile))];
  }

  /// Each value's place in the order of all; equal values share the middle of their places.
  private static double[] ranks(double[] one, double[] other) {
    int n = one.length;
    var all = Arrays.copyOf(one, 2 * n);
    System.arraycopy(other, 0, all, n, n);
    var order =
        IntStream.range(0, 2 * n)
            .boxed()
            .sorted((a, b) -> Double.compare(all[a], all[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    var ranks = new double[2 * n];
    int from = 0;
    while (from < order.length) {
      int to = from;
      while (to < order.length && all[order[to]] == all[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + to + 1) / 2.0;
      }
      from = to;
    }
    return ranks;
  }
}
