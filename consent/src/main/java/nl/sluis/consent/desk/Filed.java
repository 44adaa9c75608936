package nl.sluis.consent.desk;

import java.util.UUID;
import nl.sluis.policies.terms.NonEmpty;

/// What became of something that was handed in: it is on record, or nothing of it is.
public sealed interface Filed {
  /// It is on record; it counts from the commit of the transaction.
  ///
  /// @param id what it is known by
  record Done(UUID id) implements Filed {}

  /// Nothing was recorded.
  ///
  /// @param faults everything that is wrong with it, at once
  record Faulty(NonEmpty<ConsentFault> faults) implements Filed {}
}
