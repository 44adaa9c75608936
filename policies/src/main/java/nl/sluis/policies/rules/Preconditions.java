package nl.sluis.policies.rules;

import java.util.List;
import nl.sluis.policies.terms.Reason;

/// What must have happened first, each named when it is missing, so that the sender can supply it.
final class Preconditions implements Check {
  @Override
  public List<Finding> of(Case it) {
    return it.rule().conditions().stream()
        .filter(code -> !it.question().conditions().contains(code))
        .sorted()
        .map(code -> Finding.holds(Reason.VOORWAARDE_ONTBREEKT, code))
        .toList();
  }
}
