package nl.sluis.policies.convenant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.Speaking.Standing;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;

/// The versions of one convenant, one after the other, and who signed them.
///
/// A version is followed on the first day of the next one, also when it names a later last day: an
/// adopted text never changes. A version binds per pair: both have signed. Whoever did not sign a
/// newer version yet keeps the former one for a fixed number of days; after that only what the law
/// carries goes on, by the last version that both signed, for the convenant creates no ground of
/// its own. Immutable; may be shared between threads.
public final class Lineage {
  private final List<Convenant> versions;
  private final Signatures signatures;

  /// @param versions at least one, of one convenant, no two from the same day
  Lineage(List<Convenant> versions, Signatures signatures) {
    this.versions = versions.stream().sorted(Comparator.comparing(Convenant::validFrom)).toList();
    this.signatures = signatures;
  }

  /// The name of the convenant, such as `ijmond`.
  public String id() {
    return versions.getFirst().id();
  }

  /// Every version, the oldest first.
  public List<Convenant> versions() {
    return versions;
  }

  /// The first day of the version that comes after this one.
  public Optional<LocalDate> followedOn(Convenant version) {
    return versions.stream()
        .map(Convenant::validFrom)
        .filter(version.validFrom()::isBefore)
        .findFirst();
  }

  /// The version by the calendar alone, whoever signed it.
  public Speaking at(Instant instant) {
    var day = dayOf(instant);
    var begun = begunOn(day);
    if (begun.isEmpty()) {
      return new Speaking(versions.getFirst(), Standing.NOG_NIET);
    }
    var last = begun.getLast();
    return new Speaking(last, last.isInForceOn(day) ? Standing.GELDIG : Standing.VERLOPEN);
  }

  /// The version that speaks between these two parties.
  public Speaking between(Oin one, Oin other, Instant instant) {
    var speaking = at(instant);
    if (speaking.standing() == Standing.NOG_NIET) {
      return speaking;
    }
    var latest = speaking.convenant();
    if (isAgreed(latest, one, other, instant)) {
      return speaking;
    }
    var former = former(latest, one, other, instant);
    if (former.isEmpty()) {
      return new Speaking(latest, Standing.NOOIT_GETEKEND);
    }
    if (speaking.standing() == Standing.VERLOPEN) {
      return new Speaking(former.get(), Standing.VERLOPEN);
    }
    var day = dayOf(instant);
    return new Speaking(
        former.get(),
        day.isBefore(overlapEnd(former.get())) ? Standing.OVERGANG : Standing.INGEHAALD);
  }

  /// Did this party sign this version, itself or through its attorney? An example needs no
  /// signature.
  public boolean isSigned(Convenant version, Party party, Instant instant) {
    return version.status() == Convenant.Status.VOORBEELD
        || signatures.hold(version.digest(), party.oin(), instant)
        || signatures.hold(version.digest(), party.signatoryOn(dayOf(instant)), instant);
  }

  /// Every party of a version that is in force or is to come, that did not sign it.
  public List<Unsigned> unsigned(Instant instant) {
    var day = dayOf(instant);
    return versions.stream()
        .filter(v -> day.isBefore(Overlap.end(v, versions)))
        .flatMap(v -> v.parties().values().stream().map(p -> unsigned(v, p, instant)))
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparing((Unsigned u) -> u.version().validFrom())
                .thenComparing(u -> u.party().oin()))
        .toList();
  }

  private Optional<Unsigned> unsigned(Convenant version, Party party, Instant instant) {
    var day = dayOf(instant);
    if (!party.isBoundOn(later(day, version.validFrom())) || isSigned(version, party, instant)) {
      return Optional.empty();
    }
    var roles =
        party.heldDuring(
            new Days(later(day, version.validFrom()), Optional.of(version.validUntil())));
    var touched =
        version.rules().stream()
            .filter(r -> r.otherChannel().isEmpty())
            .filter(
                r ->
                    r.from().stream().anyMatch(roles::contains)
                        || r.to().stream().anyMatch(roles::contains))
            .toList();
    var former = former(version, party.oin(), party.oin(), instant);
    var signatory = version.parties().getOrDefault(party.signatoryOn(day), party);
    return Optional.of(
        new Unsigned(
            version,
            party,
            signatory,
            former.map(this::overlapEnd),
            touched.stream().filter(r -> !r.lane().isCarriedByLaw()).toList(),
            touched.stream().filter(r -> r.lane().isCarriedByLaw()).toList()));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /// First day on which whoever did not sign what came after this version is left with what the law
  /// carries.
  LocalDate overlapEnd(Convenant former) {
    var next = versions.get(versions.indexOf(former) + 1);
    return next.validFrom().plusDays(next.overlapDays());
  }

  /// Every day on which another version may come to speak.
  List<LocalDate> changes() {
    return versions.stream()
        .flatMap(
            v -> Stream.of(v.validFrom(), v.validUntil(), v.validFrom().plusDays(v.overlapDays())))
        .toList();
  }

  // Whoever is no party to a version need not sign it: it is then simply not bound by it.
  private boolean isAgreed(Convenant version, Oin one, Oin other, Instant instant) {
    return hasNothingToSign(version, one, instant) && hasNothingToSign(version, other, instant);
  }

  private boolean hasNothingToSign(Convenant version, Oin oin, Instant instant) {
    var party = version.parties().get(oin);
    return party == null || isSigned(version, party, instant);
  }

  private Optional<Convenant> former(Convenant latest, Oin one, Oin other, Instant instant) {
    return versions.subList(0, versions.indexOf(latest)).reversed().stream()
        .filter(v -> v.parties().containsKey(one) && v.parties().containsKey(other))
        .filter(v -> isAgreed(v, one, other, instant))
        .findFirst();
  }

  private List<Convenant> begunOn(LocalDate day) {
    return versions.stream().filter(v -> !day.isBefore(v.validFrom())).toList();
  }

  static LocalDate dayOf(Instant instant) {
    return instant.atZone(Age.CALENDAR).toLocalDate();
  }
}
