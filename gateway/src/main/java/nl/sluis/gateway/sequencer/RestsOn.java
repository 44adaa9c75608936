package nl.sluis.gateway.sequencer;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.sluis.policies.terms.DataCategory;

/// That something was handed over because of a consent.
///
/// @param consent what the family was asked
/// @param row the row `verstrekt` or `heruitgereikt`
/// @param transaction the exchange
/// @param categories what went
/// @param at when
public record RestsOn(
    UUID consent, long row, UUID transaction, Set<DataCategory> categories, Instant at) {
  /// Copies its parts.
  public RestsOn {
    categories = Set.copyOf(categories);
  }
}
