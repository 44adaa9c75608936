package nl.sluis.policies.decision;

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
  CONVENANT_VERLOPEN_GEMELD
}
