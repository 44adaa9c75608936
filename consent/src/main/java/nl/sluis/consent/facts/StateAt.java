package nl.sluis.consent.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.custody.ConsentParameters.CourtReach;
import nl.sluis.consent.custody.CustodyAt;
import nl.sluis.consent.custody.CustodyFact;
import nl.sluis.consent.custody.CustodySituation.Quorum;
import nl.sluis.consent.custody.Deelgezag;
import nl.sluis.consent.custody.Signers;
import nl.sluis.consent.custody.WhoMustSign;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.ConsentState.Lack;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;

/// What those who must consent have said: records and an instant, and nothing else.
///
/// To give is AND, to stop is OR. Age, gezag and term are judged at the instant of use, so that a
/// task that did not run can never keep a consent alive. Immutable; may be shared between threads.
public final class StateAt {
  private final CustodyAt custody;
  private final WhoMustSign whoMustSign;
  private final CourtReach court;

  /// What was found, and what a disclosure on it uses up.
  ///
  /// @param state what those who must consent have said
  /// @param oneOff the consents among them that hold for one disclosure only
  public record Weighed(ConsentState state, List<UUID> oneOff) {
    /// Copies its parts.
    public Weighed {
      oneOff = List.copyOf(oneOff);
    }
  }

  /// @param parameters the choices of the convenant
  public StateAt(ConsentParameters parameters) {
    this.custody = new CustodyAt(parameters);
    this.whoMustSign = new WhoMustSign(parameters);
    this.court = parameters.court();
  }

  /// What those who must consent have said about this disclosure at this instant.
  public Weighed weigh(FactQuery query, Records records, Instant at) {
    if (query.regimes().isEmpty()) {
      return nothing(new ConsentState.NotGiven(Set.of(Lack.NOOIT_GEVRAAGD)));
    }
    var birth = records.birth();
    if (birth == null) {
      return nothing(new ConsentState.CustodyUnknown());
    }
    var inScope = inScope(query, records);
    var said = new Statements(query, birth, inScope, court, at);
    return switch (signers(query, inScope, at)) {
      case Signers.Unknown _ -> nothing(new ConsentState.CustodyUnknown());
      case Signers.Known known -> weigh(query, inScope, known, said, at);
    };
  }

  /// Who must say yes to this disclosure at this instant.
  public Signers signers(FactQuery query, Records records, Instant at) {
    return signers(
        query,
        records,
        custody.on(records.custody(), at),
        CustodyAt.partsKnownOn(records.parts(), at),
        at);
  }

  private Signers signers(
      FactQuery query,
      Records records,
      Optional<CustodyFact> gezag,
      List<Deelgezag> parts,
      Instant at) {
    var birth = records.birth();
    var judged = Competence.last(records.able(), at);
    if (birth == null || query.regimes().isEmpty() || judged.size() > 1) {
      return new Signers.Unknown();
    }
    return whoMustSign.of(
        query.subject(), Age.at(birth, at), !judged.contains(false), query.regimes(), gezag, parts);
  }

  /// What stands in the way of one consent, for one of its categories; empty when it is not known
  /// who must say yes.
  public Optional<Set<Lack>> lacks(
      FactQuery query, Records records, ConsentAsk ask, DataCategory category, Instant at) {
    var birth = records.birth();
    var inScope = inScope(query, records);
    if (birth == null || !(signers(query, inScope, at) instanceof Signers.Known known)) {
      return Optional.empty();
    }
    var said = new Statements(query, birth, inScope, court, at);
    var missing = lacks(ask, category, known, said, at);
    missing.addAll(leftBehind(query, inScope, ask, category, known, said, at));
    return Optional.of(missing);
  }

  private Weighed weigh(
      FactQuery query, Records records, Signers.Known signers, Statements said, Instant at) {
    var exact =
        records.asks().stream()
            .filter(ask -> ask.sender().equals(query.sender()))
            .sorted(
                Comparator.comparing(ConsentAsk::oneOff)
                    .thenComparing(ConsentAsk::validUntil, Comparator.reverseOrder())
                    .thenComparing(ConsentAsk::id))
            .toList();
    if (isAnyShielded(query, records, signers, said, exact)) {
      return nothing(new ConsentState.ShieldedGiver());
    }
    var unheard = unheard(query, records, signers, at);
    var held = new EnumMap<DataCategory, ConsentAsk>(DataCategory.class);
    var lacks = EnumSet.noneOf(Lack.class);
    for (var ask : exact) {
      for (var category : query.categories()) {
        if (ask.categories().contains(category)) {
          var missing = lacks(ask, category, signers, said, at);
          unheard.forEach(p -> missing.addAll(said.standingNo(p, ask, category)));
          if (missing.isEmpty()) {
            missing.addAll(leftBehind(query, records, ask, category, signers, said, at));
          }
          if (!ask.text().equals(query.text())) {
            missing.add(Lack.TEKST_GEWIJZIGD);
          }
          if (missing.isEmpty()) {
            held.putIfAbsent(category, ask);
          }
          lacks.addAll(missing);
        }
      }
    }
    if (held.isEmpty()) {
      return nothing(
          new ConsentState.NotGiven(lacks.isEmpty() ? Set.of(Lack.NOOIT_GEVRAAGD) : lacks));
    }
    return given(held, said);
  }

  /// Who would decide, had no professional judged that this person cannot weigh the matter. That
  /// judgement lets others say yes; it never takes a no away.
  private static Set<UUID> unheard(
      FactQuery query, Records records, Signers.Known signers, Instant at) {
    var birth = records.birth();
    boolean hasVoice = birth != null && WhoMustSign.hasVoice(Age.at(birth, at), query.regimes());
    return hasVoice && signers.youth().isEmpty() ? Set.of(query.subject()) : Set.of();
  }

  private static boolean isAnyShielded(
      FactQuery query,
      Records records,
      Signers.Known signers,
      Statements said,
      List<ConsentAsk> exact) {
    return signers.all().stream()
        .filter(records.shielded()::contains)
        .anyMatch(
            person ->
                query.categories().stream()
                    .anyMatch(
                        c -> exact.stream().noneMatch(a -> said.isSubstituted(person, a, c))));
  }

  private static Set<Lack> lacks(
      ConsentAsk ask, DataCategory category, Signers.Known signers, Statements said, Instant at) {
    var lacks = EnumSet.noneOf(Lack.class);
    if (!at.isBefore(said.lastTermOf(ask))) {
      lacks.add(Lack.VERLOPEN);
    }
    if (said.isSuspended()) {
      lacks.add(Lack.OPGESCHORT);
    }
    said.of(ask).forEach(event -> lacks.addAll(endOf(event)));
    signers.youth().forEach(p -> lacks.addAll(lacksOf(said.of(p, ask, category, Set.of()))));
    var standings = new ArrayList<Standing>();
    for (var holder : signers.holders()) {
      if (!said.isSubstituted(holder, ask, category)) {
        standings.add(said.of(holder, ask, category, signers.holders()));
      }
    }
    if (signers.quorum() != Quorum.EEN_NAMENS_BEIDEN || !oneSpokeForBoth(standings)) {
      standings.forEach(standing -> lacks.addAll(lacksOf(standing)));
    }
    return lacks;
  }

  /// What a change of gezag does not take away: the no of who lost it, and the yes that was still
  /// missing under the gezag of that time. Who has gezag now can say yes again.
  ///
  /// One change after another makes up for nothing: who lost gezag may have had to say yes again
  /// after an earlier change, so what that yes rests on is looked at too.
  private Set<Lack> leftBehind(
      FactQuery query,
      Records records,
      ConsentAsk ask,
      DataCategory category,
      Signers.Known signers,
      Statements said,
      Instant at) {
    var holders = signers.holders();
    if (holders.isEmpty()) {
      return Set.of();
    }
    var people = new HashSet<>(holders);
    var since = othersSince(query, records, ask, category, people, said, at);
    while (people.addAll(everybody(since))) {
      since = othersSince(query, records, ask, category, people, said, at);
    }
    boolean stopped =
        said.stopsOfFormerHolders(holders, category).stream()
            .anyMatch(stop -> !said.isLeftBehind(stop, people, ask, category));
    boolean neverWhole =
        since.stream()
            .filter(then -> !then.holders().equals(holders) || then.quorum() != signers.quorum())
            .map(then -> new Signers.Known(signers.youth(), then.holders(), then.quorum()))
            .anyMatch(then -> !lacks(ask, category, then, said, at).isEmpty());
    return stopped || neverWhole ? EnumSet.of(Lack.GEZAG) : Set.of();
  }

  private static Set<UUID> everybody(List<Signers.Known> signers) {
    return signers.stream().flatMap(then -> then.holders().stream()).collect(Collectors.toSet());
  }

  private List<Signers.Known> othersSince(
      FactQuery query,
      Records records,
      ConsentAsk ask,
      DataCategory category,
      Set<UUID> people,
      Statements said,
      Instant at) {
    return said.standsSince(people, ask, category).stream()
        .flatMap(from -> othersSince(query, records, from, at))
        .toList();
  }

  /// Everybody who had to say yes at some instant since, as far as was known then.
  private Stream<Signers.Known> othersSince(
      FactQuery query, Records records, Instant from, Instant at) {
    var facts = custody.spokeIn(records.custody(), from, at);
    return CustodyAt.changes(records.parts(), from, at).stream()
        .map(then -> CustodyAt.partsKnownOn(records.parts(), then))
        .distinct()
        .flatMap(
            parts ->
                facts.stream().map(fact -> signers(query, records, Optional.of(fact), parts, at)))
        .filter(Signers.Known.class::isInstance)
        .map(Signers.Known.class::cast);
  }

  private static boolean oneSpokeForBoth(List<Standing> standings) {
    return standings.stream().noneMatch(Standing.No.class::isInstance)
        && standings.contains(new Standing.Yes(true));
  }

  private static Set<Lack> lacksOf(Standing standing) {
    return switch (standing) {
      case Standing.Yes _ -> Set.of();
      case Standing.Silent silent -> Set.of(silent.lack());
      case Standing.No no -> no.lacks();
    };
  }

  private static Set<Lack> endOf(ConsentEvent event) {
    return switch (event.type()) {
      case REVOKED_BY_CONTROLLER -> Set.of(Lack.HERROEPEN);
      case INVALIDATED -> Set.of(Lack.ONGELDIG_VERKLAARD);
      case CONSUMED -> Set.of(Lack.VERBRUIKT);
      // What people and courts said is weighed per person.
      case ASKED,
          DEFERRED,
          GIVEN,
          REFUSED,
          WITHDRAWN,
          RENEWED,
          DISPUTED,
          DISPUTE_RESOLVED,
          SUBSTITUTED_BY_COURT,
          CORRECTED ->
          Set.of();
      // A suspension reaches further than its own question, and ends by itself.
      case SUSPENDED_SAFETY -> Set.of();
      // These explain what age, gezag and term say by themselves.
      case EXPIRED, AGE_BOUNDARY, AUTHORITY_CHANGED -> Set.of();
    };
  }

  private static Weighed given(Map<DataCategory, ConsentAsk> held, Statements said) {
    var asks = held.values().stream().distinct().toList();
    var names = asks.stream().map(a -> a.id() + "@" + version(said.of(a))).sorted().toList();
    var oneOff = asks.stream().filter(ConsentAsk::oneOff).map(ConsentAsk::id).sorted().toList();
    return new Weighed(new ConsentState.Given(held.keySet(), names), oneOff);
  }

  /// What only explains makes no other version: a decision is the same before and after it.
  private static long version(List<ConsentEvent> events) {
    return events.stream()
        .filter(e -> !e.type().isExplanation())
        .mapToLong(ConsentEvent::seq)
        .max()
        .orElse(0);
  }

  /// Whatever else was read: consent of another person or for another goal never counts.
  private static Records inScope(FactQuery query, Records r) {
    var asks =
        r.asks().stream()
            .filter(ask -> ask.subject().equals(query.subject()))
            .filter(ask -> ask.purpose().equals(query.purpose()))
            .filter(ask -> ask.sender().oin().equals(query.sender().oin()))
            .filter(ask -> ask.receiver().equals(query.receiver()))
            .toList();
    return r.with(asks, r.events());
  }

  private static Weighed nothing(ConsentState state) {
    return new Weighed(state, List.of());
  }
}
