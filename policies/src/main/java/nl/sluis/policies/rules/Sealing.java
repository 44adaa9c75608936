package nl.sluis.policies.rules;

import java.util.List;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Reason;

/// What must be sealed for the receiver is sealed, and what Sluis must read is readable.
///
/// On the lane of safety a wrong seal costs that category, never the report.
final class Sealing implements Check {
  @Override
  public List<Finding> of(Case it) {
    return it.question().categories().stream()
        .filter(category -> isWrong(it, category))
        .sorted()
        .map(
            category ->
                it.isOn(Lane.OVERRIDE)
                    ? new Finding.Withholds(category, Reason.VERZEGELING_ONJUIST)
                    : Finding.refuses(Reason.VERZEGELING_ONJUIST, category.name()))
        .toList();
  }

  private static boolean isWrong(Case it, DataCategory category) {
    var says = it.rule().categories().get(category);
    if (says == null || says.presence() == Presence.VERBODEN) {
      return false;
    }
    boolean sealed = it.question().sealed().contains(category);
    return sealed != (says.handling() == Handling.VERZEGELD);
  }
}
