package nl.sluis.policies.terms;

import java.util.Locale;
import java.util.Optional;

/// What must happen because a message passed.
public enum Obligation {
  /// The family is told by the sender before or at once.
  GEZIN_INFORMEREN,
  /// Two pairs of eyes look back on the override within its term.
  NACONTROLE,
  /// The record is completed within twenty-four hours.
  NADOCUMENTATIE,
  /// The row stays hidden from the family until its review.
  EMBARGO_HERBEOORDELEN,
  /// The receiver may not pass it on for another purpose.
  NIET_DOORGEVEN,
  /// The convenant has lapsed; the law still carries this lane.
  CONVENANT_VERLOPEN_GEMELD;

  /// The word in the convenant and in answers, such as `gezin-informeren`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The obligation with this code; empty when there is none.
  public static Optional<Obligation> of(String code) {
    for (var obligation : values()) {
      if (obligation.code().equals(code)) {
        return Optional.of(obligation);
      }
    }
    return Optional.empty();
  }
}
