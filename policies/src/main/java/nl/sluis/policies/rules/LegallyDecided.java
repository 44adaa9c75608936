package nl.sluis.policies.rules;

import java.util.List;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.LegalPoint;
import nl.sluis.policies.terms.Reason;

/// What a lawyer has still to decide does not run on real children; an example shows it.
final class LegallyDecided implements Check {
  @Override
  public List<Finding> of(Case it) {
    var undecided = it.convenant().undecided(it.rule());
    if (undecided.isEmpty() || it.convenant().status() == Convenant.Status.VOORBEELD) {
      return List.of();
    }
    var points = undecided.stream().map(LegalPoint::id).collect(Collectors.joining(" "));
    return List.of(Finding.refuses(Reason.JURIDISCH_NIET_BESLOTEN, points));
  }
}
