package nl.sluis.policies.decision;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.convenant.Speaking.Standing;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ScanFinding;
import nl.sluis.policies.rules.Scanned;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Reason;
import nl.sluis.policies.terms.Role;

/// A child is in danger now. Form never blocks the report; only the wrong receiver does (Wmo 2015
/// 5.2.6). What may not go stays behind, and what is not in order is put in order afterwards.
final class AcuteReport {
  private AcuteReport() {}

  static Decision decide(Question question, Convenant convenant, Standing standing) {
    var rule =
        convenant.rules().stream()
            .filter(r -> r.lane() == Lane.OVERRIDE && r.to().contains(Role.VEILIG_THUIS))
            .findFirst();
    var ruleId = rule.map(Rule::id).orElse("");
    if (!isVeiligThuis(question, convenant)) {
      return new Refusal(ruleId, NonEmpty.of(onlyToVeiligThuis()));
    }
    var withheld = withheld(question, rule);
    var released = EnumSet.noneOf(DataCategory.class);
    released.addAll(question.categories());
    released.removeAll(withheld.keySet());
    var obligations =
        EnumSet.of(
            Obligation.NADOCUMENTATIE, Obligation.NACONTROLE, Obligation.EMBARGO_HERBEOORDELEN);
    if (standing.isOnlyStatutory()) {
      obligations.add(Obligation.CONVENANT_VERLOPEN_GEMELD);
    }
    return new Permitted(ruleId, Lane.OVERRIDE, released, withheld, obligations);
  }

  /// The refusal of the lane of safety to anybody else, with the open road.
  static Reason.Told onlyToVeiligThuis() {
    return new Reason.Told(Reason.ONTVANGER_NIET_BEVOEGD_OVERRIDE, Role.VEILIG_THUIS.code());
  }

  private static boolean isVeiligThuis(Question question, Convenant convenant) {
    var receiver = question.receiver();
    var party = convenant.parties().get(receiver.oin());
    return receiver.role() == Role.VEILIG_THUIS
        && party != null
        && party.holds(Role.VEILIG_THUIS, question.at().atZone(Age.CALENDAR).toLocalDate());
  }

  private static Map<DataCategory, Reason> withheld(Question question, Optional<Rule> rule) {
    var withheld = new EnumMap<DataCategory, Reason>(DataCategory.class);
    for (var category : question.categories()) {
      var says = rule.map(r -> r.categories().get(category));
      if (says.isEmpty() || says.get().presence() == Presence.VERBODEN) {
        withheld.put(category, Reason.CATEGORIE_NIET_TOEGESTAAN);
      }
    }
    var remaining = EnumSet.noneOf(DataCategory.class);
    remaining.addAll(question.categories());
    remaining.removeAll(withheld.keySet());
    question.findings().stream()
        .sorted(
            Comparator.comparing(ScanFinding.Found::where).thenComparing(ScanFinding.Found::what))
        .forEach(
            found ->
                DataCategory.of(found.where())
                    .filter(remaining::contains)
                    .filter(category -> !isLast(category, remaining))
                    .ifPresent(
                        category -> {
                          remaining.remove(category);
                          withheld.put(category, Scanned.reason(found.what()));
                        }));
    return withheld;
  }

  // The facts of the danger stay when all else must go.
  private static boolean isLast(DataCategory category, Set<DataCategory> remaining) {
    return remaining.size() == 1 || category == DataCategory.K16;
  }
}
