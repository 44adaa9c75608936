package nl.sluis.policies.matrix;

import nl.sluis.policies.convenant.CategoryRule;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.DataCategory;

/// What a rule says of one kind of data, in one or two words.
final class Mark {
  private Mark() {}

  /// `moet`, `mag`, or nothing when it never passes; with what else is asked of it.
  static String of(Rule rule, DataCategory category) {
    var says = rule.categories().get(category);
    if (says == null || says.presence() == Presence.VERBODEN || rule.otherChannel().isPresent()) {
      return "";
    }
    return (says.presence() == Presence.VERPLICHT ? "**moet**" : "mag") + also(says);
  }

  private static String also(CategoryRule says) {
    return (says.handling() == Handling.VERZEGELD ? ", dicht" : "")
        + (says.motivated() ? ", met reden" : "")
        + (says.consentNeeded() ? ", met ja" : "");
  }
}
