package nl.sluis.policies.decision;

/// The answer to one question. A prohibition beats a permission; silence refuses.
public sealed interface Decision permits Permit, Hold, Refusal {
  /// The word in which the decision is told.
  Outcome outcome();

  /// The rule that decided; empty text when no rule of the convenant speaks of this exchange.
  String ruleId();
}
