package nl.sluis.consent.facts;

import java.util.Set;
import java.util.UUID;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Regime;

/// For which disclosure the facts of a person are asked.
///
/// @param subject the person concerned
/// @param purpose what for
/// @param sender who sends
/// @param receiver who is to receive
/// @param categories what is offered
/// @param regimes the regimes of the rule; empty when the rule needs no consent
public record FactQuery(
    UUID subject,
    Purpose purpose,
    PartyRole sender,
    PartyRole receiver,
    Set<DataCategory> categories,
    Set<Regime> regimes) {
  /// Copies its parts.
  public FactQuery {
    categories = Set.copyOf(categories);
    regimes = Set.copyOf(regimes);
  }
}
