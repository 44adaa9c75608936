package nl.sluis.gateway.zaakdossier;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be done in a case.
public enum CaseStepKind {
  /// The questions about the risk were answered.
  RISICO,
  /// Somebody proposed how it is decided.
  VOORSTEL,
  /// Somebody else did not agree with a proposal.
  TERUG,
  /// Somebody else agreed: it is decided.
  BESLUIT,
  /// The authority was told (AVG 33).
  AP_GEMELD,
  /// Every receiver was asked to undo what reached it (AVG 5(1)(d), 33(3)(d)).
  TERUGGEHAALD,
  /// There is nothing left to do.
  GESLOTEN;

  /// The Dutch word, such as `ap-gemeld`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The kind with this word, if there is one.
  static Optional<CaseStepKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
