package nl.sluis.gateway.beeld;

import java.time.Duration;
import java.util.Arrays;

/// How long something lay before its receiver took it, or lies now; shortest first.
enum Waited {
  /// At once.
  MINUUT("minuut", Duration.ofMinutes(1)),
  /// Within an hour.
  UUR("uur", Duration.ofHours(1)),
  /// Within a day.
  DAG("dag", Duration.ofDays(1)),
  /// Within a week.
  WEEK("week", Duration.ofDays(7)),
  /// Longer.
  LANGER("langer", Duration.ofDays(36_500));

  private final String word;
  private final Duration most;

  Waited(String word, Duration most) {
    this.word = word;
    this.most = most;
  }

  /// As it is stored, and the end of the key of its text.
  String word() {
    return word;
  }

  /// The shortest of them in which this fits.
  static Waited of(Duration time) {
    return Arrays.stream(values())
        .filter(one -> time.compareTo(one.most) <= 0)
        .findFirst()
        .orElse(LANGER);
  }
}
