package nl.sluis.policies.rules;

import java.util.List;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Reason;

/// A convenant that lapsed carries nothing any more but what the law carries without it; that goes
/// on, and is flagged.
final class InForce implements Check {
  @Override
  public List<Finding> of(Case it) {
    if (it.standing().isOnlyStatutory() && it.rule().lane().isCarriedByLaw()) {
      return List.of(new Finding.Requires(Obligation.CONVENANT_VERLOPEN_GEMELD));
    }
    return switch (it.standing()) {
      case GELDIG, OVERGANG -> List.of();
      case VERLOPEN, NOG_NIET ->
          List.of(Finding.refuses(Reason.CONVENANT_NIET_GELDIG, it.convenant().version()));
      case INGEHAALD, NOOIT_GETEKEND ->
          List.of(Finding.refuses(Reason.VERSIE_NIET_ONDERTEKEND, it.convenant().version()));
    };
  }
}
