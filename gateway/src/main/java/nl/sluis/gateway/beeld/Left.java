package nl.sluis.gateway.beeld;

import java.time.Duration;

/// How much is left of the term within which somebody looks back at an override; the worst first.
enum Left {
  /// More than a week past it.
  WEEK_TE_LAAT("week-te-laat"),
  /// Past it.
  TE_LAAT("te-laat"),
  /// Less than a day.
  DAG("dag"),
  /// Less than a week.
  WEEK("week"),
  /// More.
  RUIM("ruim");

  private static final Duration A_WEEK = Duration.ofDays(7);

  private final String word;

  Left(String word) {
    this.word = word;
  }

  /// The end of the key of its text.
  String word() {
    return word;
  }

  /// @param time until the term; negative when it is over
  static Left of(Duration time) {
    if (time.isNegative()) {
      return time.plus(A_WEEK).isNegative() ? WEEK_TE_LAAT : TE_LAAT;
    }
    if (time.compareTo(Duration.ofDays(1)) < 0) {
      return DAG;
    }
    return time.compareTo(A_WEEK) < 0 ? WEEK : RUIM;
  }
}
