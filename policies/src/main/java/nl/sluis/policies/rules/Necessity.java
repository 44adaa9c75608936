package nl.sluis.policies.rules;

import java.util.List;
import nl.sluis.policies.terms.Reason;

/// What is not always needed passes only with a sentence that says why it is now (AVG 5(1)(c)).
final class Necessity implements Check {
  @Override
  public List<Finding> of(Case it) {
    return it.question().categories().stream()
        .filter(
            category -> {
              var says = it.rule().categories().get(category);
              return says != null && says.motivated();
            })
        .filter(category -> !it.question().motivated().contains(category))
        .sorted()
        .map(c -> (Finding) new Finding.Withholds(c, Reason.NOODZAAK_NIET_GEMOTIVEERD))
        .toList();
  }
}
