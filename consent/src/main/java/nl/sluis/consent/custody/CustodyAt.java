package nl.sluis.consent.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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

  /// The one fact that says who has gezag; empty when unknown, ended, stale, contradicted, or when
  /// nobody but who entered it looked at it.
  ///
  /// What was obtained last counts. Two facts obtained at one instant that differ cancel each
  /// other, and what somebody declared does not set aside what a register or court still says.
  public Optional<CustodyFact> on(List<CustodyFact> facts, Instant at) {
    var day = at.atZone(Age.CALENDAR).toLocalDate();
    var usable = foremost(facts.stream().filter(f -> !f.validFrom().isAfter(day)).toList(), day);
    return last(usable)
        .filter(f -> f.situation().isSettled() && f.confirmed() && f.holdsOn(day))
        .filter(f -> isFresh(f, at))
        .filter(f -> usable.stream().noneMatch(other -> contradicts(other, f, at)));
  }

  /// Who speaks for an adult goes by the order of BW 7:465 lid 3: one who comes later acts only
  /// where the one who comes earlier is not there, or is there no more.
  private static List<CustodyFact> foremost(List<CustodyFact> facts, LocalDate day) {
    if (last(facts).filter(f -> f.situation().isForAdults()).isEmpty()) {
      return facts;
    }
    var adults = facts.stream().filter(f -> f.situation().isForAdults()).toList();
    return adults.stream()
        .map(f -> f.situation().rank())
        .distinct()
        .sorted()
        .map(rank -> adults.stream().filter(f -> f.situation().rank() == rank).toList())
        .filter(same -> last(same).filter(f -> !f.confirmed() || f.holdsOn(day)).isPresent())
        .findFirst()
        .orElse(adults);
  }

  private static Optional<CustodyFact> last(List<CustodyFact> facts) {
    return facts.stream()
        .max(
            Comparator.comparing(CustodyFact::obtainedAt)
                .thenComparing(f -> f.source().isDocumented())
                .thenComparingLong(CustodyFact::seq));
  }

  /// Every fact that spoke at some instant in this period, or would have, had nothing been unclear.
  ///
  /// What was unclear for a while, or was contradicted, makes up for no yes that was missing.
  public List<CustodyFact> spokeIn(List<CustodyFact> facts, Instant from, Instant until) {
    var day = from.atZone(Age.CALENDAR).toLocalDate();
    var settled =
        facts.stream()
            .filter(f -> f.situation().isSettled() && f.confirmed() && !begins(f).isAfter(until))
            .toList();
    return settled.stream()
        .filter(f -> begins(f).isAfter(from) || (f.holdsOn(day) && isFresh(f, from)))
        .filter(f -> settled.stream().noneMatch(other -> supersedes(other, f, from)))
        .toList();
  }

  private static boolean supersedes(CustodyFact other, CustodyFact fact, Instant at) {
    return replaces(other, fact) && !begins(other).isAfter(at);
  }

  private static boolean replaces(CustodyFact other, CustodyFact fact) {
    return other.obtainedAt().isAfter(fact.obtainedAt())
        && (other.source().isDocumented() || !fact.source().isDocumented());
  }

  private static Instant begins(CustodyFact fact) {
    return later(fact.validFrom(), fact.obtainedAt());
  }

  /// The parts of gezag that a court gave away, as they stand at an instant by what was known then.
  public static List<Deelgezag> partsKnownOn(List<Deelgezag> parts, Instant at) {
    var day = at.atZone(Age.CALENDAR).toLocalDate();
    return parts.stream()
        .filter(part -> part.holdsOn(day) && !part.obtainedAt().isAfter(at))
        .toList();
  }

  /// The instants in a period, both ends included, at which another part could begin or end.
  public static List<Instant> changes(List<Deelgezag> parts, Instant from, Instant until) {
    var given = parts.stream().map(part -> later(part.validFrom(), part.obtainedAt()));
    var ended = parts.stream().map(part -> later(part.validUntil(), part.obtainedAt()));
    var within =
        Stream.concat(given, ended)
            .filter(change -> change.isAfter(from) && change.isBefore(until));
    return Stream.concat(Stream.of(from, until), within).distinct().toList();
  }

  private static Instant later(LocalDate day, Instant known) {
    var begins = day.atStartOfDay(Age.CALENDAR).toInstant();
    return begins.isAfter(known) ? begins : known;
  }

  /// Did a fact give this person gezag on this day, that no later one replaced by that day? For
  /// what was said before custody changed.
  public static boolean heldGezag(
      List<CustodyFact> facts, List<Deelgezag> parts, UUID person, LocalDate day) {
    var then = facts.stream().filter(f -> f.confirmed() && f.holdsOn(day)).toList();
    return then.stream()
            .filter(f -> f.holders().contains(person))
            .anyMatch(
                f -> then.stream().noneMatch(other -> isAsNear(other, f) && replaces(other, f)))
        || parts.stream().anyMatch(part -> part.holdsOn(day) && part.holder().equals(person));
  }

  /// Among those who may speak for an adult, nobody is replaced by who comes before or after.
  private static boolean isAsNear(CustodyFact a, CustodyFact b) {
    return a.situation().rank() == b.situation().rank();
  }

  /// Could this person have had gezag on this day, if all that was ever reported were true? A no is
  /// heard on less than a yes.
  public static boolean mayHaveHeldGezag(
      List<CustodyFact> facts, List<Deelgezag> parts, UUID person, LocalDate day) {
    return facts.stream().anyMatch(f -> !f.validFrom().isAfter(day) && f.holders().contains(person))
        || parts.stream()
            .anyMatch(part -> !part.validFrom().isAfter(day) && part.holder().equals(person));
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
