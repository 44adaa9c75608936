package nl.sluis.consent.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.sluis.consent.custody.CustodySituation.Quorum;
import nl.sluis.consent.custody.Signers;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.policies.terms.DataCategory;
import org.jspecify.annotations.Nullable;

/// What was said, taken in one event at a time in the order in which it was recorded, for a child
/// whose gezag never changed. It looks back at no event and shares no rule with [StateAt]. For one
/// thread.
final class Fold {
  private final LocalDate birth;
  private final Map<UUID, ConsentAsk> asks = new HashMap<>();
  private final Map<UUID, FoldedVoice> voices = new HashMap<>();
  private final Map<UUID, Long> lastSeq = new HashMap<>();
  private final Map<UUID, Instant> terms = new HashMap<>();
  private final Set<UUID> ended = new HashSet<>();
  private Instant restsUntil = Instant.MIN;

  /// What may go out.
  ///
  /// @param categories which categories
  /// @param consents on which consents, each with the last event of it
  /// @param oneOff which of those are used up by it
  record Answer(Set<DataCategory> categories, Set<String> consents, Set<UUID> oneOff) {}

  Fold(LocalDate birth, List<ConsentAsk> asks) {
    this.birth = birth;
    asks.forEach(ask -> this.asks.put(ask.id(), ask));
  }

  void take(ConsentEvent event) {
    var ask = Objects.requireNonNull(asks.get(event.askId()));
    if (!event.type().isExplanation()) {
      lastSeq.merge(ask.id(), event.seq(), Math::max);
    }
    var voice = voices.computeIfAbsent(event.person(), _ -> new FoldedVoice());
    switch (event.type()) {
      case GIVEN -> voice.gave(ask, event);
      case RENEWED -> {
        var until = event.until() == null ? ask.validUntil() : event.until();
        terms.merge(ask.id(), until, Fold::later);
        voice.renewed(ask, event, until);
      }
      case REFUSED, WITHDRAWN -> voice.stop(voice.nos, ask, event);
      case DEFERRED -> voice.stop(voice.questions, ask, event);
      case CORRECTED -> {
        voice.stop(voice.questions, ask, event);
        voice.takeBack(ask);
      }
      case DISPUTED -> voice.dispute(event);
      case DISPUTE_RESOLVED -> voice.settle(event);
      case SUBSTITUTED_BY_COURT -> voice.courts.add(event);
      case REVOKED_BY_CONTROLLER, INVALIDATED, CONSUMED -> ended.add(ask.id());
      case SUSPENDED_SAFETY ->
          restsUntil = later(restsUntil, event.until() == null ? Instant.MAX : event.until());
      case ASKED, EXPIRED, AGE_BOUNDARY, AUTHORITY_CHANGED -> {}
    }
  }

  /// What may go out at an instant, when these must say yes.
  ///
  /// @param unheard who would decide, had nobody judged otherwise: their no stays
  Answer at(Instant at, Signers.Known signers, Set<UUID> unheard) {
    var held = new EnumMap<DataCategory, ConsentAsk>(DataCategory.class);
    asks.values().stream()
        .sorted(
            Comparator.comparing(ConsentAsk::oneOff)
                .thenComparing(ConsentAsk::validUntil, Comparator.reverseOrder())
                .thenComparing(ConsentAsk::id))
        .filter(ask -> !ended.contains(ask.id()) && !at.isBefore(restsUntil))
        .filter(ask -> at.isBefore(terms.getOrDefault(ask.id(), Instant.MIN)) || inTerm(ask, at))
        .forEach(
            ask ->
                ask.categories().stream()
                    .filter(category -> isWhole(ask, category, signers, unheard, at))
                    .forEach(category -> held.putIfAbsent(category, ask)));
    var names = new TreeSet<String>();
    var oneOff = new TreeSet<UUID>();
    for (var ask : held.values()) {
      names.add(ask.id() + "@" + lastSeq.getOrDefault(ask.id(), 0L));
      if (ask.oneOff()) {
        oneOff.add(ask.id());
      }
    }
    return new Answer(held.keySet(), names, oneOff);
  }

  private static boolean inTerm(ConsentAsk ask, Instant at) {
    return at.isBefore(ask.validUntil());
  }

  private enum Says {
    YES,
    YES_FOR_BOTH,
    NO,
    NOTHING
  }

  private boolean isWhole(
      ConsentAsk ask, DataCategory category, Signers.Known signers, Set<UUID> unheard, Instant at) {
    var youth = signers.youth().stream().map(p -> says(p, ask, category, from(at), at)).toList();
    var holders =
        signers.holders().stream()
            .filter(p -> !isReplaced(voices.get(p), ask, category, at))
            .map(p -> says(p, ask, category, 0, at))
            .toList();
    boolean oneForBoth =
        signers.quorum() == Quorum.EEN_NAMENS_BEIDEN
            && holders.contains(Says.YES_FOR_BOTH)
            && !holders.contains(Says.NO);
    boolean stopped =
        unheard.stream()
            .anyMatch(
                p -> hasStopped(p, category) && says(p, ask, category, from(at), at) == Says.NO);
    return isYes(youth) && (oneForBoth || isYes(holders)) && !stopped;
  }

  private static boolean isYes(Collection<Says> all) {
    return !all.contains(Says.NO) && !all.contains(Says.NOTHING);
  }

  private Says says(UUID person, ConsentAsk ask, DataCategory category, int age, Instant at) {
    var voice = voices.get(person);
    if (voice == null) {
      return Says.NOTHING;
    }
    var standing = voice.standing(ask, category);
    var last =
        standing.stream()
            .filter(yes -> at.isBefore(yes.until()) && age(yes.event().occurredAt()) >= age)
            .map(FoldedVoice.Yes::event)
            .toList();
    if (!last.isEmpty()) {
      var when = last.stream().map(ConsentEvent::occurredAt).reduce(Instant.MIN, Fold::later);
      return last.stream()
              .filter(yes -> yes.occurredAt().equals(when))
              .allMatch(ConsentEvent::otherParentAgrees)
          ? Says.YES_FOR_BOTH
          : Says.YES;
    }
    return standing.isEmpty() && !voice.hasStopped(category) ? Says.NOTHING : Says.NO;
  }

  private boolean hasStopped(UUID person, DataCategory category) {
    var voice = voices.get(person);
    return voice != null && voice.hasStopped(category);
  }

  private boolean isReplaced(
      @Nullable FoldedVoice voice, ConsentAsk ask, DataCategory category, Instant at) {
    return voice != null
        && age(at) < 12
        && voice.courts.stream()
            .filter(court -> court.askId().equals(ask.id()) && court.covers(category))
            .anyMatch(court -> court.until() == null || at.isBefore(court.until()));
  }

  private int from(Instant at) {
    return age(at) < 16 ? 12 : 16;
  }

  private int age(Instant when) {
    var day = when.atZone(ZoneId.of("Europe/Amsterdam")).toLocalDate();
    return Period.between(birth, day).getYears();
  }

  static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
