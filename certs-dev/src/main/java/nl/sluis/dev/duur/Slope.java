package nl.sluis.dev.duur;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// By how much something rises, as the middle of the slopes between every two points (Theil and
/// Sen): a few points that are far off, such as one reading behind a long pause, do not move it.
final class Slope {
  private final List<double[]> points = new ArrayList<>();

  /// Adds a point.
  void add(double at, double value) {
    points.add(new double[] {at, value});
  }

  /// How many points there are.
  int points() {
    return points.size();
  }

  /// By how much it rises for each unit of `at`; 0 with fewer than two points.
  double each() {
    var slopes = new ArrayList<Double>();
    for (int i = 0; i < points.size(); i++) {
      for (int j = i + 1; j < points.size(); j++) {
        var apart = points.get(j)[0] - points.get(i)[0];
        if (apart > 0) {
          slopes.add((points.get(j)[1] - points.get(i)[1]) / apart);
        }
      }
    }
    return middle(slopes.stream().mapToDouble(each -> each).toArray());
  }

  /// From the first point to the last, along that slope.
  double rise() {
    return points.size() < 2 ? 0 : each() * (points.getLast()[0] - points.getFirst()[0]);
  }

  /// The middle one; 0 when there is none.
  static double middle(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    var sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
