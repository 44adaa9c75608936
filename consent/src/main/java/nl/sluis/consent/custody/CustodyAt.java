package nl.sluis.consent.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.policies.terms.Age;

/// Finds which of the recorded custody facts may be relied on at an instant; mostly, none.
///
/// Immutable; may be shared between threads.
public final class CustodyAt {
  private final ConsentParameters parameters;

  /// @param parameters how long a fact may be relied on
  public CustodyAt(ConsentParameters parameters) {
    this.parameters = parameters;
  }

  /// The one fact that says who has gezag; empty when unknown, stale or contradicted.
  ///
  /// What was obtained last counts. Two facts obtained at one instant that differ cancel each
  /// other, and what somebody declared does not set aside what a register or court still says.
  public Optional<CustodyFact> on(List<CustodyFact> facts, Instant at) {
    var usable =
        facts.stream()
            .filter(f -> !f.validFrom().isAfter(at.atZone(Age.CALENDAR).toLocalDate()))
            .toList();
    var last = usable.stream().max(Comparator.comparing(CustodyFact::obtainedAt));
    return last.filter(f -> f.situation() != CustodySituation.ONBEKEND)
        .filter(f -> isFresh(f, at))
        .filter(f -> usable.stream().noneMatch(other -> contradicts(other, f, at)));
  }

  /// What could be relied on in the past, by what was known then.
  public Optional<CustodyFact> asKnownOn(List<CustodyFact> facts, Instant then) {
    return on(facts.stream().filter(f -> !f.obtainedAt().isAfter(then)).toList(), then);
  }

  /// The instants in a period, its end included, at which something else could become so.
  public static List<Instant> changes(List<CustodyFact> facts, Instant after, Instant until) {
    return facts.stream()
        .map(CustodyAt::counts)
        .filter(change -> change.isAfter(after) && !change.isAfter(until))
        .distinct()
        .toList();
  }

  private static Instant counts(CustodyFact fact) {
    var begins = fact.validFrom().atStartOfDay(Age.CALENDAR).toInstant();
    return begins.isAfter(fact.obtainedAt()) ? begins : fact.obtainedAt();
  }

  /// Did any fact give this person gezag on this day? For what was said before custody changed.
  public static boolean heldGezag(List<CustodyFact> facts, UUID person, LocalDate day) {
    return facts.stream()
        .anyMatch(f -> !f.validFrom().isAfter(day) && f.holders().contains(person));
  }

  private boolean contradicts(CustodyFact other, CustodyFact last, Instant at) {
    if (other.saysTheSameAs(last)) {
      return false;
    }
    return other.obtainedAt().equals(last.obtainedAt())
        || (other.source().isDocumented() && !last.source().isDocumented() && isFresh(other, at));
  }

  private boolean isFresh(CustodyFact fact, Instant at) {
    int months =
        fact.source().isDocumented()
            ? parameters.documentedCustodyMonths()
            : parameters.declaredCustodyMonths();
    return at.isBefore(ConsentParameters.monthsAfter(fact.obtainedAt(), months));
  }
}
