package nl.sluis.policies.decision;

import java.util.Map;
import java.util.Set;
import nl.sluis.policies.terms.CategorySet;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Reason;

record Permitted(
    String ruleId,
    Lane lane,
    Set<DataCategory> released,
    Map<DataCategory, Reason> withheld,
    Set<Obligation> obligations)
    implements Permit {

  Permitted {
    released = CategorySet.copyOf(released);
    withheld = Map.copyOf(withheld);
    obligations = Set.copyOf(obligations);
    if (released.isEmpty() && lane != Lane.OVERRIDE) {
      throw new IllegalArgumentException("a permit releases at least one category");
    }
  }

  @Override
  public Outcome outcome() {
    if (!withheld.isEmpty()) {
      return Outcome.GEDEELTELIJK;
    }
    return obligations.isEmpty() ? Outcome.PERMIT : Outcome.PERMIT_MET_VERPLICHTINGEN;
  }
}
