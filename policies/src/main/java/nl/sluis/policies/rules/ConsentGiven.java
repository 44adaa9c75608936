package nl.sluis.policies.rules;

import java.util.List;
import java.util.Set;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.PartialDelivery;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Reason;

/// Those concerned said yes, for this purpose, sender, receiver and category (AVG 7; Jeugdwet
/// 7.3.11; BW 7:457). Why there is no yes is never told: every lack gives the same finding.
final class ConsentGiven implements Check {
  @Override
  public List<Finding> of(Case it) {
    var consent = it.question().facts().consent();
    if (it.isOn(Lane.TOESTEMMING)) {
      return switch (consent) {
        case ConsentState.Given(var covered, _) -> withhold(needing(it, true), covered);
        case ConsentState.NotGiven _ ->
            List.of(Finding.refuses(Reason.GEEN_GELDIGE_TOESTEMMING, ""));
        case ConsentState.CustodyUnknown() -> List.of(Finding.holds(Reason.GEZAG_ONBEKEND, ""));
        case ConsentState.ShieldedGiver() -> List.of(Finding.holds(Reason.GEVER_AFGESCHERMD, ""));
      };
    }
    var some = needing(it, false);
    return switch (consent) {
      case ConsentState.Given(var covered, _) -> withhold(some, covered);
      case ConsentState.NotGiven _ -> withhold(some, Set.of());
      case ConsentState.CustodyUnknown() -> holdOrWithhold(it, some, Reason.GEZAG_ONBEKEND);
      case ConsentState.ShieldedGiver() -> holdOrWithhold(it, some, Reason.GEVER_AFGESCHERMD);
    };
  }

  private static List<DataCategory> needing(Case it, boolean all) {
    return it.question().categories().stream()
        .filter(
            category -> {
              var says = it.rule().categories().get(category);
              return says != null
                  && says.presence() != Presence.VERBODEN
                  && (all || says.consentNeeded());
            })
        .sorted()
        .toList();
  }

  private static List<Finding> withhold(List<DataCategory> some, Set<DataCategory> covered) {
    return some.stream()
        .filter(category -> !covered.contains(category))
        .map(c -> (Finding) new Finding.Withholds(c, Reason.GEEN_GELDIGE_TOESTEMMING))
        .toList();
  }

  private static List<Finding> holdOrWithhold(Case it, List<DataCategory> some, Reason reason) {
    return it.question().partial() == PartialDelivery.LEVER_REST
        ? withhold(some, Set.of())
        : some.stream().map(category -> Finding.holds(reason, category.name())).toList();
  }
}
