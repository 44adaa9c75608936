package nl.sluis.policies.toezicht;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// What a sample says about all rows: with so many faults in so many rows, how large is the share
/// of faults at most? The one-sided bound of Clopper and Pearson (Biometrika 26, 1934); never too
/// small, also when the rows are few. Pure.
public final class Bound {
  private static final int HALVINGS = 60;

  private Bound() {}

  /// How many rows without any fault show that fewer than this share are wrong.
  ///
  /// @param share between 0 and 1, such as 0.05
  /// @param confidence between 0 and 1, such as 0.95
  /// @return 59 for 5% with 95% confidence, 299 for 1%
  public static int neededWithoutFault(double share, double confidence) {
    return (int) Math.ceil(Math.log(1 - confidence) / Math.log(1 - share));
  }

  /// The largest share of faults that still agrees with what was found.
  ///
  /// @param rows how many were looked at; at least one
  /// @param wrong how many of them were wrong
  /// @param confidence between 0 and 1
  /// @return a share from 0 to 1
  /// @throws IllegalArgumentException when more are wrong than there are
  public static double most(int rows, int wrong, double confidence) {
    if (rows < 1 || wrong < 0 || wrong > rows) {
      throw new IllegalArgumentException("no more rows can be wrong than were looked at");
    }
    if (wrong == rows) {
      return 1;
    }
    double low = (double) wrong / rows;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (atMost(rows, wrong, middle) > 1 - confidence) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /// The same in words, rounded up.
  public static String words(int rows, int wrong, int confidencePercent) {
    var most =
        BigDecimal.valueOf(100 * most(rows, wrong, confidencePercent / 100.0))
            .round(new MathContext(2, RoundingMode.CEILING));
    return "%d van %d rijen fout: met %d%% zekerheid is van alle rijen hoogstens %s%% fout."
        .formatted(wrong, rows, confidencePercent, Numbers.dutch(most.doubleValue()));
  }

  /// The chance of at most so many wrong ones, when this share is wrong.
  private static double atMost(int rows, int wrong, double share) {
    if (share >= 1) {
      return 0;
    }
    double logTerm = rows * Math.log1p(-share);
    double sum = Math.exp(logTerm);
    for (int i = 1; i <= wrong; i++) {
      logTerm += Math.log(rows - i + 1.0) - Math.log(i) + Math.log(share) - Math.log1p(-share);
      sum += Math.exp(logTerm);
    }
    return sum;
  }
}
