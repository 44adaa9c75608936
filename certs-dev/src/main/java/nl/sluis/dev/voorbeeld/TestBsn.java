package nl.sluis.dev.voorbeeld;

/// Numbers that pass the eleven test (elfproef) and were never given to anybody: 9999xxxxx.
final class TestBsn {
  private static final int FIRST = 999_900_000;

  private TestBsn() {}

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
