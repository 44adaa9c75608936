package nl.sluis.policies.rules;

import java.util.List;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Reason;

/// Only what the rule names may pass (AVG 5(1)(c)); a number of the law only where the law names it
/// and the sender has the right to it (UAVG 46).
final class AllowedCategories implements Check {
  @Override
  public List<Finding> of(Case it) {
    return it.question().categories().stream()
        .filter(category -> !mayPass(it, category))
        .sorted()
        .map(category -> (Finding) new Finding.Withholds(category, reason(category)))
        .toList();
  }

  private static boolean mayPass(Case it, DataCategory category) {
    var says = it.rule().categories().get(category);
    boolean named = says != null && says.presence() != Presence.VERBODEN;
    return named && (category != DataCategory.K02 || Reference.mayUseBsn(it));
  }

  private static Reason reason(DataCategory category) {
    return category == DataCategory.K02
        ? Reason.BSN_NIET_TOEGESTAAN
        : Reason.CATEGORIE_NIET_TOEGESTAAN;
  }
}
