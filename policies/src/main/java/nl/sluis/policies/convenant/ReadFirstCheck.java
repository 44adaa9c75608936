package nl.sluis.policies.convenant;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.terms.Lane;

/// Whether a rule under which the family reads first can be kept to: that what goes is what was
/// read.
final class ReadFirstCheck {
  private static final Set<Lane> ROADS = EnumSet.of(Lane.TOESTEMMING, Lane.WETTELIJK);

  private ReadFirstCheck() {}

  /// What is wrong with reading first under this rule; empty when nothing is.
  static String fault(Rule rule, Map<String, Condition> conditions) {
    var reading =
        rule.conditions().stream()
            .map(conditions::get)
            .filter(Objects::nonNull)
            .filter(condition -> condition.readFirst().isPresent())
            .toList();
    return reading.isEmpty() ? "" : fault(rule, reading);
  }

  private static String fault(Rule rule, List<Condition> reading) {
    if (reading.size() > 1) {
      return "Het gezin leest een tekst één keer; laat één voorwaarde met `leest` over.";
    }
    if (!ROADS.contains(rule.lane())) {
      return "Wat om veiligheid of zonder persoon gaat, wacht niet op lezen; haal de voorwaarde"
          + " weg.";
    }
    return rule.categories().values().stream()
            .anyMatch(c -> c.presence() != Presence.VERBODEN && c.handling() == Handling.VERZEGELD)
        ? "Van een verzegelde categorie kan Sluis niet zien of zij is wat het gezin las; maak haar"
            + " `gescand`."
        : "";
  }
}
