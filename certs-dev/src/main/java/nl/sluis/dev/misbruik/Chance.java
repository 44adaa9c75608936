package nl.sluis.dev.misbruik;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Chance by a seed. For one thread.
final class Chance {
  private final SplittableRandom random;

  Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  boolean in(double share) {
    return random.nextDouble() < share;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /// From `from` to `to`, both included.
  int between(int from, int to) {
    return from + random.nextInt(to - from + 1);
  }

  <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /// Some of them, in chance order.
  <T> List<T> some(List<T> list, int many) {
    var left = new ArrayList<>(list);
    var some = new ArrayList<T>();
    while (some.size() < many && !left.isEmpty()) {
      some.add(left.remove(random.nextInt(left.size())));
    }
    return some;
  }

  /// How often something happens that happens so often on average.
  int times(double mean) {
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int times = 0;
    while (product > limit) {
      product *= random.nextDouble();
      times++;
    }
    return times;
  }

  /// Around one; a few people do twice as much as others.
  double factor(double spread) {
    return Math.exp(spread * random.nextGaussian());
  }
}
