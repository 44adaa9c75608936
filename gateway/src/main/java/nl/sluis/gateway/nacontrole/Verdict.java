package nl.sluis.gateway.nacontrole;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a reviewer finds of a disclosure for safety's sake (domain 3.7).
public enum Verdict {
  /// It was right, and everything was in order.
  JUSTIFIED("terecht"),
  /// It was right, and something was missing that must still be done.
  WITH_A_GAP("terecht-met-tekort"),
  /// It should not have gone out, or not like this.
  UNJUSTIFIED("onterecht");

  private final String code;

  Verdict(String code) {
    this.code = code;
  }

  /// The Dutch word.
  public String code() {
    return code;
  }

  /// The verdict with this Dutch word, if there is one.
  public static Optional<Verdict> of(String code) {
    return Arrays.stream(values()).filter(verdict -> verdict.code.equals(code)).findFirst();
  }

  /// The Dutch words.
  public static List<String> codes() {
    return Arrays.stream(values()).map(Verdict::code).toList();
  }
}
