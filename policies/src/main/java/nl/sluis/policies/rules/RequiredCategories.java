package nl.sluis.policies.rules;

import java.util.List;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.terms.Reason;

/// Without what the rule calls `verplicht` the receiver has nothing to go by.
final class RequiredCategories implements Check {
  @Override
  public List<Finding> of(Case it) {
    return it.rule().categories().entrySet().stream()
        .filter(e -> e.getValue().presence() == Presence.VERPLICHT)
        .filter(e -> !it.question().categories().contains(e.getKey()))
        .sorted(java.util.Map.Entry.comparingByKey())
        .map(e -> Finding.refuses(Reason.CATEGORIE_ONTBREEKT, e.getKey().name()))
        .toList();
  }
}
