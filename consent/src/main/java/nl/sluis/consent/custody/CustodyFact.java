package nl.sluis.consent.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/// Who had gezag, from when, according to whom, and when that was asked.
///
/// @param seq in which order it was recorded
/// @param situation the situation
/// @param source from where it is known
/// @param validFrom first day on which it is so
/// @param obtainedAt when the source was asked
/// @param holders the persons with gezag
public record CustodyFact(
    long seq,
    CustodySituation situation,
    CustodySource source,
    LocalDate validFrom,
    Instant obtainedAt,
    Set<UUID> holders) {
  /// Copies its parts.
  public CustodyFact {
    holders = Set.copyOf(holders);
  }

  /// The same fact about holders who are known by other ids.
  public CustodyFact heldBy(Set<UUID> others) {
    return new CustodyFact(seq, situation, source, validFrom, obtainedAt, others);
  }

  boolean saysTheSameAs(CustodyFact other) {
    return situation == other.situation && holders.equals(other.holders);
  }
}
