package nl.sluis.gateway.verzoek;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an organisation did with a request.
public enum StepKind {
  /// Somebody there read it.
  ONTVANGEN,
  /// It takes longer, and it was said why (AVG 12(3)).
  VERLENGD,
  /// There is an answer.
  BEANTWOORD,
  /// It is done as was asked.
  TOEGEWEZEN,
  /// It is not done, and it was said why (AVG 12(4)).
  GEWEIGERD;

  /// The Dutch word, in addresses, tables and rows.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Does nothing come after this?
  public boolean isAnswer() {
    return switch (this) {
      case ONTVANGEN, VERLENGD -> false;
      case BEANTWOORD, TOEGEWEZEN, GEWEIGERD -> true;
    };
  }

  /// The kind with this Dutch word, if there is one.
  static Optional<StepKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
