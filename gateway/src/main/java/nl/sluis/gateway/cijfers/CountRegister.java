package nl.sluis.gateway.cijfers;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.gateway.register.Register;
import nl.sluis.gateway.register.Testimony;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.policies.cijfers.Contents;
import nl.sluis.policies.cijfers.Group;
import nl.sluis.policies.cijfers.Guard;
import nl.sluis.policies.cijfers.Rest;
import nl.sluis.policies.cijfers.Verdict;
import nl.sluis.policies.cijfers.Verdict.Why;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.question.ScanFinding;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;

/// Judges the counts that partners send beside every count they sent before, to whomever (X14, X33,
/// X47).
///
/// A count that is given is remembered for good, also when its parcel is never collected. What two
/// senders give about the same people is not held against each other: neither knows it of the
/// other, and together they know more than Sluis does.
public final class CountRegister implements Register {
  private static final String CONTENT = DataCategory.K00.name();

  private final GivenCounts given;

  /// @param region in whose part of the database the counts are remembered
  public CountRegister(String region) {
    this.given = new GivenCounts(region);
  }

  @Override
  public Testimony about(Found found, SignedMessage message, Convenant convenant, Rule rule)
      throws SQLException {
    if (!rule.aggregateOnly() || !message.disclosed().containsKey(CONTENT)) {
      return Testimony.silent();
    }
    var counts = read(message, convenant, found.at());
    if (counts.isEmpty()) {
      return Testimony.against(ScanFinding.VORM_ONJUIST, CONTENT);
    }
    given.lock(found.tx(), source(message));
    var known = new LinkedHashMap<String, Map<Group, Long>>();
    for (var count : counts.get()) {
      var measure = count.measure().code();
      if (!known.containsKey(measure)) {
        known.put(measure, given.of(found.tx(), source(message), measure));
      }
      var before = known.getOrDefault(measure, Map.of());
      if (GivenCounts.isFull(before, count.group())) {
        return Testimony.against(ScanFinding.TE_VEEL_CIJFERS, CONTENT);
      }
      var fault = judge(count, before, convenant.arrangements().counting().guard());
      if (fault.isPresent()) {
        return Testimony.against(fault.get(), CONTENT);
      }
      before.put(count.group(), count.count());
    }
    return Testimony.silent();
  }

  @Override
  public void passed(
      Found found,
      SignedMessage message,
      Convenant convenant,
      Rule rule,
      UUID transaction,
      UUID parcel)
      throws SQLException {
    if (!rule.aggregateOnly() || !message.disclosed().containsKey(CONTENT)) {
      return;
    }
    for (var count : read(message, convenant, found.at()).orElse(List.of())) {
      var measure = count.measure().code();
      if (!given.of(found.tx(), source(message), measure).containsKey(count.group())) {
        given.add(found.tx(), source(message), measure, count.group(), count.count(), found.at());
      }
    }
  }

  private static Optional<ScanFinding> judge(
      SentCounts count, Map<Group, Long> before, Guard guard) {
    var verdict =
        guard.judge(
            count.group(), List.copyOf(before.keySet()), rest -> contents(rest, count, before));
    return switch (verdict) {
      case Verdict.Given() -> Optional.empty();
      // A number that changed tells how many came or went.
      case Verdict.Again() ->
          Long.valueOf(count.count()).equals(before.get(count.group()))
              ? Optional.empty()
              : Optional.of(ScanFinding.HERLEIDBAAR);
      case Verdict.Refused(Why why) ->
          Optional.of(why == Why.GEDOMINEERD ? ScanFinding.GEDOMINEERD : ScanFinding.HERLEIDBAAR);
    };
  }

  /// A count is of as many people as it says; who contributes to a difference is not known here.
  private static Contents contents(Rest rest, SentCounts count, Map<Group, Long> before) {
    if (rest.whole().equals(count.group()) && rest.without().isEmpty()) {
      return new Contents(count.count(), count.count(), count.largest());
    }
    long left = value(rest.whole(), count, before);
    for (var taken : rest.without()) {
      left -= value(taken, count, before);
    }
    return new Contents(left, left, 0);
  }

  private static long value(Group group, SentCounts count, Map<Group, Long> before) {
    return group.equals(count.group()) ? count.count() : before.getOrDefault(group, 0L);
  }

  private static Optional<List<SentCounts>> read(
      SignedMessage message, Convenant convenant, Instant at) {
    var content = message.disclosed().get(CONTENT);
    if (content == null || !content.isObject()) {
      return Optional.empty();
    }
    return SentCounts.read(
        content, convenant.arrangements().counting(), served(message, convenant, at));
  }

  private static Set<String> served(SignedMessage message, Convenant convenant, Instant at) {
    var party = convenant.parties().get(message.from().oin());
    var day = LocalDate.ofInstant(at, Age.CALENDAR);
    return party == null
        ? Set.of()
        : party.municipalitiesOn(day).stream()
            .map(Object::toString)
            .collect(Collectors.toUnmodifiableSet());
  }

  private static String source(SignedMessage message) {
    return message.from().oin().value();
  }
}
