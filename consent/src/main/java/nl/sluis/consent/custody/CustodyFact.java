package nl.sluis.consent.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who had gezag, from when, according to whom, and when that was asked.
///
/// @param seq in which order it was recorded
/// @param situation the situation
/// @param source from where it is known
/// @param validFrom first day on which it is so
/// @param obtainedAt when the source was asked
/// @param holders the persons with gezag
/// @param validUntil first day on which it is not so any more; null when no end is known
/// @param confirmed whether it may be relied on; what one person entered for four eyes may not,
///   until a second one looked
public record CustodyFact(
    long seq,
    CustodySituation situation,
    CustodySource source,
    LocalDate validFrom,
    Instant obtainedAt,
    Set<UUID> holders,
    @Nullable LocalDate validUntil,
    boolean confirmed) {
  /// A fact without a known end, that needs no second person.
  public CustodyFact(
      long seq,
      CustodySituation situation,
      CustodySource source,
      LocalDate validFrom,
      Instant obtainedAt,
      Set<UUID> holders) {
    this(seq, situation, source, validFrom, obtainedAt, holders, null, true);
  }

  /// Copies its parts.
  public CustodyFact {
    holders = Set.copyOf(holders);
  }

  /// The same fact about holders who are known by other ids.
  public CustodyFact heldBy(Set<UUID> others) {
    return new CustodyFact(
        seq, situation, source, validFrom, obtainedAt, others, validUntil, confirmed);
  }

  /// Is it so on this day, as far as is known?
  boolean holdsOn(LocalDate day) {
    return !validFrom.isAfter(day) && (validUntil == null || validUntil.isAfter(day));
  }

  boolean saysTheSameAs(CustodyFact other) {
    return situation == other.situation
        && holders.equals(other.holders)
        && confirmed == other.confirmed
        && Objects.equals(validUntil, other.validUntil);
  }
}
