package nl.sluis.gateway.besluit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.gateway.besluit.Around.Why;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.gateway.desk.OwnQuestions.Asked;
import nl.sluis.gateway.desk.OwnQuestions.Child;
import nl.sluis.gateway.inzicht.Who;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.LawRef;
import nl.sluis.policies.terms.PartyRole;

/// What the law lets the organisations around one child share without anybody's yes: for these
/// there is nothing to take back, but there is an explanation and a way to object (domain 2.5).
///
/// Of the organisations only those that this person sees already; what they may share is read in
/// the convenant, never in what is known of a child. So nobody learns from it that somebody else is
/// around. Pure but for the convenant.
public final class Statutes {
  private Statutes() {}

  /// One thing that the law lets an organisation share.
  ///
  /// @param from the organisation
  /// @param purpose what for, in one sentence
  /// @param names of the kinds of data
  /// @param articles on which it rests
  /// @param mayObject whether one can object (AVG 21)
  /// @param contact how the data protection officer of the organisation is reached; empty when that
  ///   is not known
  public record Statute(
      Who from,
      String purpose,
      List<String> names,
      List<String> articles,
      boolean mayObject,
      Optional<String> contact) {
    /// Copies its parts.
    public Statute {
      names = List.copyOf(names);
      articles = List.copyOf(articles);
    }
  }

  static List<Statute> of(Child child, CurrentLaw law, Instant at) {
    Map<PartyRole, Convenant> around = new LinkedHashMap<>();
    for (var line : child.questions().stream().map(Asked::line).toList()) {
      var words = law.now().couldGovern(line.ask().sender(), line.ask().receiver(), at).getFirst();
      around.putIfAbsent(line.ask().sender(), words);
      around.putIfAbsent(line.ask().receiver(), words);
    }
    var day = at.atZone(Age.CALENDAR).toLocalDate();
    var all = new ArrayList<Statute>();
    around.forEach(
        (sender, words) -> {
          var party = words.parties().get(sender.oin());
          if (party != null && party.holds(sender.role(), day)) {
            words.rules().stream()
                .filter(rule -> isOf(rule, sender, party, child))
                .filter(rule -> !child.cover().hides(rule.purpose()))
                .map(rule -> statute(rule, sender, words, child.cover()))
                .forEach(all::add);
          }
        });
    return all.stream().distinct().toList();
  }

  private static boolean isOf(Rule rule, PartyRole sender, Party party, Child child) {
    return (rule.lane() == Lane.WETTELIJK || rule.publicTask())
        && rule.lane() != Lane.TOESTEMMING
        && !rule.aggregateOnly()
        && rule.otherChannel().isEmpty()
        && rule.from().contains(sender.role())
        && (rule.fromKinds().isEmpty() || rule.fromKinds().contains(party.kind()))
        && (child.age().isEmpty()
            ? rule.ages().isEverybody()
            : rule.ages().hold(child.age().get()));
  }

  private static Statute statute(Rule rule, PartyRole sender, Convenant words, Cover cover) {
    return new Statute(
        Who.of(sender, words, cover).withoutRole(),
        Around.sentence(rule, words),
        Around.names(allowed(rule), words),
        rule.grounds().stream().map(LawRef::toString).toList(),
        Around.why(rule) == Why.TAAK,
        cover.contact(sender, words));
  }

  private static Set<DataCategory> allowed(Rule rule) {
    return rule.categories().entrySet().stream()
        .filter(entry -> entry.getValue().presence() != Presence.VERBODEN)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
