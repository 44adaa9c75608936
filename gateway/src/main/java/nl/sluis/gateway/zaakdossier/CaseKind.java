package nl.sluis.gateway.zaakdossier;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why an officer opens a case.
public enum CaseKind {
  /// Data may have gone where they should not: seventy-two hours to tell the authority (AVG 33).
  DATALEK,
  /// Somebody may have looked or shared without need.
  ONDERZOEK;

  /// The Dutch word, in tables, rows and forms.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The kind with this Dutch word, if there is one.
  public static Optional<CaseKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
