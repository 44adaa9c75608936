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
import nl.sluis.consent.custody.WhoMustSign;
import nl.sluis.consent.event.Channel;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.consent.event.EventType;
import nl.sluis.policies.question.ConsentState.Lack;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.DataCategory.Sensitivity;

/// Weighs what each person said, by one question of who may share what with whom, at one instant.
///
/// A no counts in every consent for this purpose, sender's organisation and receiver; a yes counts
/// only in the consent in which it was given, and only when it came after every no of that person.
final class Statements {
  private final UUID subject;
  private final LocalDate birth;
  private final List<CustodyFact> custody;
  private final Map<UUID, ConsentAsk> asks;
  private final List<ConsentEvent> events;
  private final boolean courtReaches;
  private final Instant at;

  Statements(UUID subject, LocalDate birth, Records records, CourtReach court, Instant at) {
    this.subject = subject;
    this.courtReaches = court.reaches(Age.at(birth, at));
    this.birth = birth;
    this.custody = records.custody();
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
    var stops = events.stream().filter(e -> isOpenStop(e, person, category)).toList();
    var after =
        of(ask).stream()
            .filter(e -> isYes(e, category) && e.isBy(person))
            .filter(yes -> stops.stream().allMatch(stop -> overcomes(yes, stop)))
            .toList();
    var inTerm = after.stream().filter(yes -> at.isBefore(termOf(yes, ask))).toList();
    var counting = inTerm.stream().filter(yes -> !hasLapsed(yes, person)).toList();
    if (!counting.isEmpty()) {
      return new Standing.Yes(namesBoth(counting));
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

  private Stream<ConsentEvent> counting(UUID person, ConsentAsk ask, DataCategory category) {
    return of(ask).stream()
        .filter(e -> isYes(e, category) && e.isBy(person) && !hasLapsed(e, person));
  }

  /// The open stops of those who had gezag when they said no, and have it no more.
  ///
  /// Such a no does not vanish with the gezag of who said it. It also keeps the no of a parent
  /// alive whom another partner knows under a label of its own.
  List<ConsentEvent> stopsOfFormerHolders(Set<UUID> holders, DataCategory category) {
    return events.stream()
        .filter(e -> e.type().isStop() && e.person() != null)
        .filter(e -> !e.isBy(subject) && holders.stream().noneMatch(e::isBy))
        .filter(e -> isOpenStop(e, e.speaker(), category) && heldGezag(e))
        .toList();
  }

  /// Did each of these people who said yes say it again after this no?
  boolean isLeftBehind(ConsentEvent stop, Set<UUID> people, ConsentAsk ask, DataCategory category) {
    var yeses = people.stream().map(p -> counting(p, ask, category).toList()).toList();
    return yeses.stream().anyMatch(said -> !said.isEmpty())
        && yeses.stream()
            .filter(said -> !said.isEmpty())
            .allMatch(said -> said.stream().anyMatch(yes -> isAfter(yes, stop)));
  }

  private boolean heldGezag(ConsentEvent event) {
    var day = event.occurredAt().atZone(Age.CALENDAR).toLocalDate();
    return CustodyAt.heldGezag(custody, event.speaker(), day);
  }

  private boolean isYes(ConsentEvent event, DataCategory category) {
    return event.type().isYes()
        && event.covers(category)
        && !event.occurredAt().isAfter(at)
        && (category.sensitivity() != Sensitivity.ZEER_HOOG || !isOral(event))
        && (event.type() != EventType.RENEWED || isAgain(event));
  }

  /// To renew is to say again what one said before; who never said yes has nothing to renew.
  private boolean isAgain(ConsentEvent renewal) {
    return events.stream()
        .filter(e -> e.type() == EventType.GIVEN && e.askId().equals(renewal.askId()))
        .anyMatch(e -> e.isBy(renewal.speaker()) && e.seq() < renewal.seq());
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
        .anyMatch(e -> !e.occurredAt().isAfter(at) && overcomes(e, dispute));
  }

  /// Later said and later recorded; and by the person's own hand, for what a professional noted
  /// down never turns a no into a yes.
  private static boolean overcomes(ConsentEvent yes, ConsentEvent stop) {
    return isAfter(yes, stop) && (!isOral(yes) || stop.type().isOpenQuestion());
  }

  private static boolean isAfter(ConsentEvent yes, ConsentEvent stop) {
    return yes.occurredAt().isAfter(stop.occurredAt()) && yes.seq() > stop.seq();
  }

  /// A young person's yes counts from that age band only; a parent's only if given with gezag.
  private boolean hasLapsed(ConsentEvent yes, UUID person) {
    if (person.equals(subject)) {
      int from = WhoMustSign.ownVoiceFrom(Age.at(birth, at));
      return Age.at(birth, yes.occurredAt()).isBelow(from);
    }
    var day = yes.occurredAt().atZone(Age.CALENDAR).toLocalDate();
    return !CustodyAt.heldGezag(custody, person, day);
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
      int from = WhoMustSign.ownVoiceFrom(Age.at(birth, at));
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

  private static boolean isOral(ConsentEvent event) {
    return event.channel().filter(c -> c == Channel.MONDELING).isPresent();
  }
}
