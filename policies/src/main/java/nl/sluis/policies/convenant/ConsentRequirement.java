package nl.sluis.policies.convenant;

import java.util.Set;
import nl.sluis.policies.terms.Regime;

/// Who must say yes under one rule.
///
/// @param regimes the bodies of law that apply; with more than one, the union of their givers;
///   empty when the rule needs no consent for any category
public record ConsentRequirement(Set<Regime> regimes) {
  /// Copies its parts.
  public ConsentRequirement {
    regimes = Set.copyOf(regimes);
  }

  /// Is there anything for which somebody must say yes?
  public boolean isNeeded() {
    return !regimes.isEmpty();
  }
}
