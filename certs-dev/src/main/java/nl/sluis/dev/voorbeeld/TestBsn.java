package nl.sluis.dev.voorbeeld;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// Numbers that pass the eleven test (elfproef) and were never given to anybody: 9999xxxxx.
final class TestBsn {
  private static final int FIRST = 999_900_000;

  private static final int MANY = 8_000;
  private static final AtomicInteger NEXT = new AtomicInteger(new SecureRandom().nextInt(MANY));

  private TestBsn() {}

  /// A number that nobody had before in this process.
  static String next() {
    return of(NEXT.getAndIncrement() % MANY);
  }

  /// A number of its own for each case.
  static String of(int number) {
    int candidate = FIRST;
    for (int found = -1; found < number; ) {
      candidate++;
      if (isWhole(candidate)) {
        found++;
      }
    }
    return String.valueOf(candidate);
  }

  private static boolean isWhole(int number) {
    var digits = String.valueOf(number);
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      sum += (digits.charAt(i) - '0') * (9 - i);
    }
    return (sum - (digits.charAt(8) - '0')) % 11 == 0;
  }
}
