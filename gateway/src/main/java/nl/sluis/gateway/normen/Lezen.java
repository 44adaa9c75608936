package nl.sluis.gateway.normen;

import java.util.Optional;
import java.util.regex.Pattern;

/// The words of the LDV extension for reading: a number of a trace is written there as a UUID.
final class Lezen {
  private static final Pattern UUID =
      Pattern.compile("([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})");
  private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{32}");

  private Lezen() {}

  /// 32 digits as a UUID.
  static String uuid(String trace) {
    return trace.substring(0, 8)
        + "-"
        + trace.substring(8, 12)
        + "-"
        + trace.substring(12, 16)
        + "-"
        + trace.substring(16, 20)
        + "-"
        + trace.substring(20);
  }

  /// The 32 digits of a trace, written as a UUID or as W3C Trace Context does; empty when it is
  /// neither.
  static Optional<String> trace(String written) {
    var match = UUID.matcher(written);
    if (match.matches()) {
      return Optional.of(written.replace("-", ""));
    }
    return DIGITS.matcher(written).matches() ? Optional.of(written) : Optional.empty();
  }
}
