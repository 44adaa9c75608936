package nl.sluis.policies.hypothesis;

import java.util.Set;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Reason;

/// What the convenant says of one [Cell], whatever the facts may be.
public sealed interface Allowance {
  /// No facts make this pass.
  ///
  /// @param ruleId the rule that says so; empty when no rule speaks of this purpose and these roles
  /// @param reason why, in the word that a sender would hear
  record Never(String ruleId, Reason reason) implements Allowance {}

  /// This passes when all of these needs are met, and not when one of them is not.
  ///
  /// @param ruleId the rule that says so
  /// @param lane by which road
  /// @param needs everything that is needed; empty when nothing is
  record Under(String ruleId, Lane lane, Set<Need> needs) implements Allowance {
    /// Copies its parts.
    public Under {
      needs = Set.copyOf(needs);
    }
  }
}
