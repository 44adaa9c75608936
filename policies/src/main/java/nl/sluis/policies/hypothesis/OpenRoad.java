package nl.sluis.policies.hypothesis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.decision.Decider;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.PartialDelivery;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.SubjectFacts;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// A road that the convenant opens for one party in one role on one day: found by asking the
/// engine, with what it still needs when nothing but what it always carries is there. Immutable.
///
/// @param convenant the version that was asked
/// @param rule the rule that opens it
/// @param from who sends, in which role
/// @param to in which role is received
/// @param receivers who can receive in that role, by name; at least one
/// @param needs everything that must happen before it is a *ja*, and no more
public record OpenRoad(
    Convenant convenant,
    Rule rule,
    PartyRole from,
    Role to,
    List<Party> receivers,
    List<Change> needs) {
  /// Copies its lists.
  public OpenRoad {
    receivers = List.copyOf(receivers);
    needs = List.copyOf(needs);
  }

  /// Every open road of this party in this role, in the order of the convenant.
  ///
  /// Rests on no child: a road is open when there are facts in which it leads to a *ja*.
  ///
  /// @param at the instant of asking
  public static List<OpenRoad> of(Convenant convenant, PartyRole from, Instant at) {
    var decider = new Decider(convenant.asIfAdopted());
    var roads = new ArrayList<OpenRoad>();
    for (var rule : convenant.rules()) {
      if (rule.from().contains(from.role()) && rule.otherChannel().isEmpty()) {
        rule.to().stream()
            .sorted()
            .flatMap(to -> one(convenant, rule, from, to, at, decider).stream())
            .forEach(roads::add);
      }
    }
    return roads;
  }

  /// The rules by which this role shares something along another channel than Sluis.
  public static List<Rule> elsewhere(Convenant convenant, Role from) {
    return convenant.rules().stream()
        .filter(rule -> rule.from().contains(from) && rule.otherChannel().isPresent())
        .toList();
  }

  private static Optional<OpenRoad> one(
      Convenant convenant, Rule rule, PartyRole from, Role to, Instant at, Decider decider) {
    var receivers = new ArrayList<Party>();
    List<Change> needs = List.of();
    for (var party : parties(convenant, to, at.atZone(Age.CALENDAR).toLocalDate()).toList()) {
      var bare = bare(rule, from, new PartyRole(party.oin(), to), at);
      var way = WayToYes.search(bare, rule, convenant, decider);
      if (way.exists() && way.changes().stream().noneMatch(Change.SendTo.class::isInstance)) {
        needs = receivers.isEmpty() ? way.changes() : needs;
        receivers.add(party);
      }
    }
    return receivers.isEmpty()
        ? Optional.empty()
        : Optional.of(new OpenRoad(convenant, rule, from, to, receivers, needs));
  }

  private static Stream<Party> parties(Convenant convenant, Role role, LocalDate day) {
    return convenant.parties().values().stream()
        .filter(party -> party.isBoundOn(day) && party.holds(role, day))
        .sorted(Comparator.comparing(Party::name));
  }

  /// A message with what it always carries, in the way the rule wants it, and with nothing done
  /// yet.
  private static Question bare(Rule rule, PartyRole from, PartyRole to, Instant at) {
    var offered = Ideal.required(rule);
    return new Question(
        at,
        rule.purpose(),
        from,
        to,
        Ideal.reference(rule),
        offered,
        rule.sealed(offered),
        Set.<DataCategory>of(),
        Set.of(),
        PartialDelivery.WEIGER,
        new MeldcodeState.Absent(),
        Set.of(),
        SubjectFacts.none());
  }
}
