package nl.sluis.policies.convenant;

import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;

/// Whether a rule for some ages makes sense on its lane.
final class AgesCheck {
  private AgesCheck() {}

  /// What is wrong with the ages of this rule; empty when nothing is.
  ///
  /// @param byAge whether one of its preconditions is read in the birth date
  static String fault(Rule rule, boolean byAge) {
    if (rule.ages().isEverybody() && !byAge) {
      return "";
    }
    if (rule.lane() == Lane.ANONIEM) {
      return "Een anonieme regel weet van niemand de leeftijd; haal de leeftijd weg.";
    }
    if (rule.lane() == Lane.OVERRIDE) {
      return "Veiligheid geldt voor elke leeftijd; haal de leeftijd weg.";
    }
    // Whoever is told that an age does not fit must be somebody who gave the date of birth.
    var says = rule.categories().get(DataCategory.K01);
    return says == null || says.presence() != Presence.VERPLICHT
        ? "Een regel voor een leeftijd vraagt K01 bij `verplicht`: wie de geboortedatum niet geeft,"
            + " hoort ook niet of zij past."
        : "";
  }
}
