package nl.sluis.policies.decision;

import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.Reason;

/// Not yet: names what the sender can supply. Nothing of the message is kept, but under a conflict
/// of duties that waits for signatures only (design 10.9).
///
/// @param ruleId the rule that asks for more
/// @param reasons what is missing, all of it at once
public record Hold(String ruleId, NonEmpty<Reason.Told> reasons) implements Decision {
  @Override
  public Outcome outcome() {
    return Outcome.AANHOUDEN;
  }
}
