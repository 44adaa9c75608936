package nl.sluis.policies.decision;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.convenant.Speaking.Standing;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ScanFinding;
import nl.sluis.policies.rules.Scanned;
import nl.sluis.policies.terms.CategorySet;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Reason;
import nl.sluis.policies.terms.Role;

/// The lane of acute danger, compiled. Says what [AcuteReport] says.
final class AcuteIndex {
  private static final int DANGER = CategorySet.bit(DataCategory.K16);

  private final String ruleId;
  private final int allowed;

  AcuteIndex(List<Rule> rules) {
    var rule =
        rules.stream()
            .filter(r -> r.lane() == Lane.OVERRIDE && r.to().contains(Role.VEILIG_THUIS))
            .findFirst();
    this.ruleId = rule.map(Rule::id).orElse("");
    this.allowed = rule.map(AcuteIndex::allowed).orElse(0);
  }

  private static int allowed(Rule rule) {
    int allowed = 0;
    for (var entry : rule.categories().entrySet()) {
      boolean may = entry.getValue().presence() != Presence.VERBODEN;
      allowed |= may ? CategorySet.bit(entry.getKey()) : 0;
    }
    return allowed;
  }

  Decision decide(Question question, Sides sides, Standing standing) {
    if (!sides.isVeiligThuis()) {
      return new Refusal(ruleId, NonEmpty.of(AcuteReport.onlyToVeiligThuis()));
    }
    var tally = new Tally();
    int offered = CategorySet.mask(question.categories());
    tally.withhold(offered & ~allowed, Reason.CATEGORIE_NIET_TOEGESTAAN);
    int remaining = offered & allowed;
    if (!question.findings().isEmpty()) {
      remaining = scanned(question, remaining, tally);
    }
    var obligations =
        EnumSet.of(
            Obligation.NADOCUMENTATIE, Obligation.NACONTROLE, Obligation.EMBARGO_HERBEOORDELEN);
    if (standing.isOnlyStatutory()) {
      obligations.add(Obligation.CONVENANT_VERLOPEN_GEMELD);
    }
    return new Permitted(
        ruleId, Lane.OVERRIDE, CategorySet.of(remaining), tally.reasons(), obligations);
  }

  private static int scanned(Question question, int offered, Tally tally) {
    int remaining = offered;
    var inOrder =
        question.findings().stream()
            .sorted(
                Comparator.comparing(ScanFinding.Found::where)
                    .thenComparing(ScanFinding.Found::what))
            .toList();
    for (var found : inOrder) {
      int bit = DataCategory.of(found.where()).map(CategorySet::bit).orElse(0);
      boolean stays = bit == DANGER || remaining == bit;
      if ((remaining & bit) != 0 && !stays) {
        remaining &= ~bit;
        tally.withhold(bit, Scanned.reason(found.what()));
      }
    }
    return remaining;
  }
}
