package nl.sluis.dev.proef;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Asks of measured values whether the groups they came from can be told apart by them.
///
/// The measure is that of Kruskal and Wallis: how far the mean ranks of the groups lie apart. How
/// rare that is when the groups mean nothing is found by dealing the values out again, many times;
/// so nothing is supposed about how they are spread. Immutable.
final class Permutation {
  private final double[] ranks;
  private final int[] group;
  private final int groups;

  /// @param values what was measured
  /// @param group from which group each came, from zero
  Permutation(double[] values, int[] group) {
    this.ranks = ranks(values);
    this.group = group.clone();
    this.groups = Arrays.stream(group).max().orElse(0) + 1;
  }

  /// How often dealing out by chance sets the groups as far apart as they were measured: small when
  /// they can be told apart.
  ///
  /// @param rounds how many times it is dealt out again
  double p(int rounds, long seed) {
    var random = new SplittableRandom(seed);
    var dealt = ranks.clone();
    double measured = apart(dealt);
    int further = 0;
    for (int round = 0; round < rounds; round++) {
      shuffle(dealt, random);
      if (apart(dealt) >= measured) {
        further++;
      }
    }
    return (further + 1.0) / (rounds + 1.0);
  }

  private double apart(double[] dealt) {
    var sum = new double[groups];
    var count = new int[groups];
    for (int i = 0; i < dealt.length; i++) {
      sum[group[i]] += dealt[i];
      count[group[i]]++;
    }
    double apart = 0;
    for (int g = 0; g < groups; g++) {
      apart += count[g] == 0 ? 0 : sum[g] * sum[g] / count[g];
    }
    return apart;
  }

  /// Each value's place in the order; equal values share the middle of their places.
  private static double[] ranks(double[] values) {
    var order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted((a, b) -> Double.compare(values[a], values[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    var ranks = new double[values.length];
    int from = 0;
    while (from < order.length) {
      int to = from;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + to - 1) / 2.0;
      }
      from = to;
    }
    return ranks;
  }

  private static void shuffle(double[] values, SplittableRandom random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }
}
