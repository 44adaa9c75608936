package nl.sluis.policies.toezicht;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Numbers as a Dutch reader writes them.
final class Numbers {
  private Numbers() {}

  /// At most two decimals, with a comma, and none that say nothing.
  static String dutch(double number) {
    var rounded = BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString().replace('.', ',');
  }
}
