package nl.sluis.consent.facts;

import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.consent.custody.ConsentParameters.CourtReach;
import nl.sluis.consent.custody.CustodyAt;
import nl.sluis.consent.custody.CustodyFact;
import nl.sluis.consent.custody.Deelgezag;
import nl.sluis.consent.custody.WhoMustSign;
import nl.sluis.consent.event.Channel;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.consent.event.EventType;
import nl.sluis.policies.question.ConsentState.Lack;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.DataCategory.Sensitivity;
import nl.sluis.policies.terms.Role;

/// Weighs what each person said, by one question of who may share what with whom, at one instant.
///
/// A no counts in every consent for this purpose, sender's organisation and receiver; a yes counts
/// only in the consent in which it was given, and only when it came after every no of that person.
final class Statements {
  private final UUID subject;
  private final Role receiver;
  private final LocalDate birth;
  private final List<CustodyFact> custody;
  private final List<Deelgezag> parts;
  private final List<Deelgezag> touching;
  private final Map<UUID, ConsentAsk> asks;
  private final List<ConsentEvent> events;
  private final boolean courtReaches;
  private final Instant at;

  Statements(FactQuery query, LocalDate birth, Records records, CourtReach court, Instant at) {
    this.subject = query.subject();
    this.receiver = query.receiver().role();
    this.courtReaches = court.reaches(Age.at(birth, at));
    this.birth = birth;
    this.custody = records.custody();
    this.parts = records.parts();
    this.touching =
        parts.stream().filter(p -> query.regimes().stream().anyMatch(p.domain()::touches)).toList();
    this.asks =
        records.asks().stream()
            .collect(Collectors.toMap(ConsentAsk::id, Function.identity(), (a, _) -> a));
    this.events = records.events().stream().filter(e -> asks.containsKey(e.askId())).toList();
    this.at = at;
  }

  /// Everything that happened to one consent.
  List<ConsentEvent> of(ConsentAsk ask) {
    return events.stream().filter(e -> e.askId().equals(ask.id())).toList();
  }

  /// The first instant at which nothing that was said to this question holds any more.
  Instant lastTermOf(ConsentAsk ask) {
    return of(ask).stream()
        .filter(e -> e.type().isYes())
        .map(yes -> termOf(yes, ask))
        .reduce(ask.validUntil(), (a, b) -> a.isAfter(b) ? a : b);
  }

  /// Each renewal has a term of its own, so that a consent lasts as long as all renewed it.
  private static Instant termOf(ConsentEvent yes, ConsentAsk ask) {
    return yes.type() == EventType.RENEWED && yes.until() != null ? yes.until() : ask.validUntil();
  }

  /// Does sharing for this purpose with this receiver rest, because somebody is in danger? A new
  /// question does not get round that.
  boolean isSuspended() {
    return events.stream().anyMatch(e -> e.type() == EventType.SUSPENDED_SAFETY && !e.hasEnded(at));
  }

  /// What this person's words amount to.
  ///
  /// @param holders those who have gezag now
  Standing of(UUID person, ConsentAsk ask, DataCategory category, Set<UUID> holders) {
    var stops = openStops(person, category);
    var after = after(stops, person, ask, category).toList();
    var inTerm = after.stream().filter(yes -> at.isBefore(termOf(yes, ask))).toList();
    var counting = counting(person, ask, category).toList();
    if (!counting.isEmpty()) {
      return new Standing.Yes(namesBoth(counting) && namesBoth(inTerm));
    }
    if (inTerm.isEmpty() && !after.isEmpty()) {
      return new Standing.No(Set.of(Lack.VERLOPEN));
    }
    if (!after.isEmpty()) {
      return new Standing.No(Set.of(person.equals(subject) ? Lack.LEEFTIJD : Lack.GEZAG));
    }
    return stops.stream()
        .max(Comparator.comparing(ConsentEvent::occurredAt).thenComparingLong(ConsentEvent::seq))
        .<Standing>map(stop -> new Standing.No(Set.of(lackOf(stop.type()))))
        .orElseGet(() -> new Standing.Silent(whySilent(person, ask, category, holders)));
  }

  /// Why this person's no still stands, whether or not that person must say yes.
  Set<Lack> standingNo(UUID person, ConsentAsk ask, DataCategory category) {
    return of(person, ask, category, Set.of()) instanceof Standing.No no
            && events.stream().anyMatch(e -> isOpenStop(e, person, category))
        ? no.lacks()
        : Set.of();
  }

  /// Did a court put its decision in the place of this person's yes, in this consent (BW 1:253a)?
  boolean isSubstituted(UUID person, ConsentAsk ask, DataCategory category) {
    return !person.equals(subject) && substitutions(person, ask, category).findAny().isPresent();
  }

  private Stream<ConsentEvent> substitutions(UUID person, ConsentAsk ask, DataCategory category) {
    return of(ask).stream()
        .filter(_ -> courtReaches)
        .filter(e -> e.type() == EventType.SUBSTITUTED_BY_COURT && e.isBy(person))
        .filter(e -> e.covers(category) && !e.occurredAt().isAfter(at) && !e.hasEnded(at))
        .filter(court -> of(ask).stream().noneMatch(e -> takesBack(e, court)));
  }

  private static boolean takesBack(ConsentEvent event, ConsentEvent court) {
    return event.type() == EventType.CORRECTED
        && event.isBy(court.speaker())
        && event.seq() > court.seq();
  }

  /// Since when this consent rests on the last yes of each of these people, or on the court that
  /// spoke for one; of those who said none, because the other parent spoke for them, nothing is
  /// asked.
  Optional<Instant> standsSince(Set<UUID> people, ConsentAsk ask, DataCategory category) {
    return people.stream()
        .flatMap(person -> lastMoment(person, ask, category).stream())
        .min(naturalOrder());
  }

  private Optional<Instant> lastMoment(UUID person, ConsentAsk ask, DataCategory category) {
    return Stream.concat(counting(person, ask, category), substitutions(person, ask, category))
        .map(ConsentEvent::occurredAt)
        .max(naturalOrder());
  }

  /// The yeses that stand: later than every open no of the same person, in term and not lapsed.
  private Stream<ConsentEvent> counting(UUID person, ConsentAsk ask, DataCategory category) {
    return after(openStops(person, category), person, ask, category)
        .filter(yes -> at.isBefore(termOf(yes, ask)) && !hasLapsed(yes, person));
  }

  private Stream<ConsentEvent> after(
      List<ConsentEvent> stops, UUID person, ConsentAsk ask, DataCategory category) {
    return said(person, ask, category)
        .filter(yes -> stops.stream().allMatch(stop -> yes.overcomes(stop)));
  }

  private Stream<ConsentEvent> said(UUID person, ConsentAsk ask, DataCategory category) {
    return of(ask).stream().filter(e -> isYes(e, category) && e.isBy(person));
  }

  private List<ConsentEvent> openStops(UUID person, DataCategory category) {
    return events.stream().filter(e -> isOpenStop(e, person, category)).toList();
  }

  /// The open stops of those who had gezag when they said no, and have it no more.
  ///
  /// Such a no does not vanish with the gezag of who said it. It also keeps the no of a parent
  /// alive whom another partner knows under a label of its own.
  List<ConsentEvent> stopsOfFormerHolders(Set<UUID> holders, DataCategory category) {
    return events.stream()
        .filter(e -> e.type().isStop() && e.person() != null)
        .filter(e -> !e.isBy(subject) && holders.stream().noneMatch(e::isBy))
        .filter(e -> isOpenStop(e, e.speaker(), category) && mayHaveHeldGezag(e))
        .toList();
  }

  /// Did each of these people who said yes say it again after this no? Who said the no does not
  /// count among them.
  boolean isLeftBehind(ConsentEvent stop, Set<UUID> people, ConsentAsk ask, DataCategory category) {
    var yeasayers =
        people.stream()
            .filter(p -> !stop.isBy(p))
            .filter(p -> said(p, ask, category).anyMatch(yes -> !hasLapsed(yes, p)))
            .toList();
    return !yeasayers.isEmpty()
        && yeasayers.stream()
            .allMatch(p -> counting(p, ask, category).anyMatch(yes -> yes.isAfter(stop)));
  }

  private boolean mayHaveHeldGezag(ConsentEvent event) {
    var day = event.occurredAt().atZone(Age.CALENDAR).toLocalDate();
    return CustodyAt.mayHaveHeldGezag(custody, parts, event.speaker(), day);
  }

  private boolean isYes(ConsentEvent event, DataCategory category) {
    return event.type().isYes()
        && !isTakenBack(event)
        && event.covers(category)
        && !event.occurredAt().isAfter(at)
        && (category.sensitivity() != Sensitivity.ZEER_HOOG || !event.isOral())
        && (event.type() != EventType.RENEWED || isAgain(event, category));
  }

  /// To renew is to say again what one said before; who never said yes has nothing to renew.
  private boolean isAgain(ConsentEvent renewal, DataCategory category) {
    return events.stream()
        .filter(e -> e.type() == EventType.GIVEN && e.askId().equals(renewal.askId()))
        .anyMatch(e -> e.isBy(renewal.speaker()) && e.seq() < renewal.seq() && e.covers(category));
  }

  private boolean isOpenStop(ConsentEvent event, UUID person, DataCategory category) {
    return event.type().isStop()
        && event.isBy(person)
        && covers(event, category)
        && (event.type() != EventType.DISPUTED || !isResolved(event));
  }

  private boolean covers(ConsentEvent event, DataCategory category) {
    var ask = asks.get(event.askId());
    return ask != null && event.covers(category) && ask.categories().contains(category);
  }

  private boolean isResolved(ConsentEvent dispute) {
    return events.stream()
        .filter(e -> e.type() == EventType.DISPUTE_RESOLVED)
        .filter(e -> e.askId().equals(dispute.askId()))
        .filter(e -> dispute.person() != null && e.isBy(dispute.person()))
        .filter(e -> !isTakenBack(e))
        .anyMatch(e -> !e.occurredAt().isAfter(at) && e.overcomes(dispute));
  }

  /// Was it said from a place that was taken back? Who said it was another; a no stays.
  private boolean isTakenBack(ConsentEvent said) {
    return said.channel().filter(c -> c == Channel.PORTAAL).isPresent()
        && events.stream()
            .filter(e -> e.askId().equals(said.askId()) && e.seq() > said.seq())
            .filter(e -> e.type() == EventType.CORRECTED)
            .anyMatch(e -> e.isBy(said.speaker()));
  }

  /// A young person's yes counts from that age band only; that of another only if given with gezag,
  /// or with a part of it that touches this matter.
  private boolean hasLapsed(ConsentEvent yes, UUID person) {
    if (person.equals(subject)) {
      int from = WhoMustSign.ownVoiceFrom(Age.at(birth, at), receiver);
      return Age.at(birth, yes.occurredAt()).isBelow(from);
    }
    var day = yes.occurredAt().atZone(Age.CALENDAR).toLocalDate();
    return !CustodyAt.heldGezag(custody, touching, person, day);
  }

  private static boolean namesBoth(List<ConsentEvent> yeses) {
    var last = yeses.stream().map(ConsentEvent::occurredAt).max(naturalOrder());
    return yeses.stream()
        .filter(yes -> last.filter(yes.occurredAt()::equals).isPresent())
        .allMatch(ConsentEvent::otherParentAgrees);
  }

  private Lack whySilent(UUID person, ConsentAsk ask, DataCategory category, Set<UUID> holders) {
    var others = of(ask).stream().filter(e -> isYes(e, category) && !e.isBy(person)).toList();
    if (person.equals(subject)) {
      int from = WhoMustSign.ownVoiceFrom(Age.at(birth, at), receiver);
      boolean grewUp = others.stream().anyMatch(e -> Age.at(birth, e.occurredAt()).isBelow(from));
      return grewUp ? Lack.LEEFTIJD : Lack.ONVOLLEDIG;
    }
    boolean byFormerHolder =
        others.stream().anyMatch(e -> !e.isBy(subject) && holders.stream().noneMatch(e::isBy));
    return byFormerHolder ? Lack.GEZAG : Lack.ONVOLLEDIG;
  }

  private static Lack lackOf(EventType stop) {
    return switch (stop) {
      case REFUSED -> Lack.GEWEIGERD;
      case WITHDRAWN -> Lack.INGETROKKEN;
      case DISPUTED -> Lack.BETWIST;
      default -> Lack.ONVOLLEDIG;
    };
  }
}
