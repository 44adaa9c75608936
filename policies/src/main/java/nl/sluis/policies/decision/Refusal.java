package nl.sluis.policies.decision;

import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.Reason;

/// No, and why. Anyone may refuse, but never without a reason.
///
/// @param ruleId the rule that refused; empty when no rule speaks of this exchange
/// @param reasons every reason that was found
public record Refusal(String ruleId, NonEmpty<Reason.Told> reasons) implements Decision {
  @Override
  public Outcome outcome() {
    return Outcome.WEIGEREN;
  }
}
