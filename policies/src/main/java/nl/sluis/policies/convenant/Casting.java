package nl.sluis.policies.convenant;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// Finds parties of this convenant for a worked example that names roles only, so that one example
/// of the model text runs in every convenant that rests on it.
final class Casting {
  private final Collection<Party> parties;

  Casting(Collection<Party> parties) {
    this.parties = parties.stream().sorted(Comparator.comparing(Party::oin)).toList();
  }

  /// Who is wanted on one side of an example.
  ///
  /// @param party the party itself, when the example names it
  /// @param role in which role
  /// @param kind which sort of organisation, when the example says so
  /// @param fixed whether it must be the fixed contact, where the rule asks for one
  record Wish(Optional<Oin> party, Role role, Optional<String> kind, boolean fixed) {}

  /// Both sides of an example.
  record Pair(PartyRole sender, PartyRole receiver) {}

  /// Two parties, each with the role it is wanted in; empty when this convenant has none.
  ///
  /// Rather two organisations than one, and rather of one municipality than of two.
  Optional<Pair> cast(Wish from, Wish to, Optional<Rule> rule, LocalDate day) {
    Optional<Pair> best = Optional.empty();
    int most = -1;
    for (var sender : able(from, rule.map(Rule::fromKinds).orElse(Set.of()), day)) {
      for (var receiver : able(to, rule.map(Rule::toKinds).orElse(Set.of()), day)) {
        int score = score(sender, receiver, day);
        if (score > most && contactFits(sender, receiver, to, rule)) {
          most = score;
          best = Optional.of(pair(sender, from, receiver, to));
        }
      }
    }
    return best.or(() -> named(from, to));
  }

  // An example that names both may be about an organisation that is no party.
  private static Optional<Pair> named(Wish from, Wish to) {
    return from.party()
        .flatMap(
            sender ->
                to.party()
                    .map(
                        receiver ->
                            new Pair(
                                new PartyRole(sender, from.role()),
                                new PartyRole(receiver, to.role()))));
  }

  private static Pair pair(Party sender, Wish from, Party receiver, Wish to) {
    return new Pair(
        new PartyRole(sender.oin(), from.role()), new PartyRole(receiver.oin(), to.role()));
  }

  private List<Party> able(Wish wish, Set<String> ruleKinds, LocalDate day) {
    if (wish.party().isPresent()) {
      return parties.stream().filter(p -> p.oin().equals(wish.party().get())).toList();
    }
    var kinds = wish.kind().map(Set::of).orElse(ruleKinds);
    return parties.stream()
        .filter(p -> p.isBoundOn(day) && !p.isSuspendedOn(day) && p.holds(wish.role(), day))
        .filter(p -> kinds.isEmpty() || kinds.contains(p.kind()))
        .toList();
  }

  private static int score(Party sender, Party receiver, LocalDate day) {
    boolean two = !sender.oin().equals(receiver.oin());
    boolean near = sender.municipalitiesOn(day).stream().anyMatch(m -> receiver.serves(m, day));
    return (two ? 2 : 0) + (near ? 1 : 0);
  }

  private static boolean contactFits(Party sender, Party receiver, Wish to, Optional<Rule> rule) {
    if (to.party().isPresent() || !rule.map(Rule::fixedContact).orElse(false)) {
      return true;
    }
    var contact = sender.fixedContact(to.role());
    return to.fixed() == contact.filter(receiver.oin()::equals).isPresent();
  }
}
