package nl.sluis.policies.rules;

import java.util.List;

/// What the rule asks of everybody whose message passes by it.
final class StandingObligations implements Check {
  @Override
  public List<Finding> of(Case it) {
    return it.rule().obligations().stream()
        .sorted()
        .map(obligation -> (Finding) new Finding.Requires(obligation))
        .toList();
  }
}
