package nl.sluis.policies.rules;

import java.util.List;
import java.util.Set;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Reason;

/// Where only counts may go, data on a person is refused as such, consent or not (domain 1.6 P2).
final class CountsOnly implements Check {
  @Override
  public List<Finding> of(Case it) {
    boolean named =
        it.question().reference() != ReferenceKind.GEEN
            || !Set.of(DataCategory.K00).containsAll(it.question().categories());
    return it.rule().aggregateOnly() && named
        ? List.of(Finding.refuses(Reason.AGGREGATIE_VEREIST, "K00"))
        : List.of();
  }
}
