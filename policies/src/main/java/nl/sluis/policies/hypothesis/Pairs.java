package nl.sluis.policies.hypothesis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// Which parties can stand for two roles under one rule: one pair for every sort of pair.
final class Pairs {
  private final Convenant convenant;

  Pairs(Convenant convenant) {
    this.convenant = convenant;
  }

  /// Two parties, and a day on which both are bound.
  record Pair(PartyRole sender, PartyRole receiver, LocalDate day) {}

  /// Every sort of pair that the rule speaks of; none when nobody holds one of the roles.
  List<Pair> of(Rule rule, Role from, Role to) {
    Map<List<Object>, Pair> found = new LinkedHashMap<>();
    for (var sender : holders(from, rule.fromKinds())) {
      for (var receiver : receivers(rule, sender, to)) {
        var day = latest(convenant.validFrom(), since(sender, from), since(receiver, to));
        if (day.isBefore(convenant.validUntil())
            && sender.isBoundOn(day)
            && receiver.isBoundOn(day)
            && sender.holds(from, day)
            && receiver.holds(to, day)) {
          found.putIfAbsent(
              List.of(sender.kind(), sender.bsnAllowed(), receiver.kind()),
              new Pair(new PartyRole(sender.oin(), from), new PartyRole(receiver.oin(), to), day));
        }
      }
    }
    return List.copyOf(found.values());
  }

  /// The first day on which the party is bound and fulfils the role.
  private static LocalDate since(Party party, Role role) {
    return party.roles().stream()
        .filter(held -> held.role() == role)
        .map(held -> latest(held.days().first(), party.bound().first()))
        .min(Comparator.naturalOrder())
        .orElse(party.bound().first());
  }

  private Collection<Party> receivers(Rule rule, Party sender, Role to) {
    var holders = holders(to, rule.toKinds());
    if (!rule.fixedContact()) {
      return holders;
    }
    var fixed = sender.fixedContacts().get(to);
    return holders.stream().filter(party -> party.oin().equals(fixed)).toList();
  }

  private List<Party> holders(Role role, Set<String> kinds) {
    var holders = new ArrayList<Party>();
    for (var party : convenant.parties().values()) {
      if (party.everHeld().contains(role) && (kinds.isEmpty() || kinds.contains(party.kind()))) {
        holders.add(party);
      }
    }
    holders.sort(Comparator.comparing(Party::oin));
    return holders;
  }

  private static LocalDate latest(LocalDate first, LocalDate... others) {
    var latest = first;
    for (var other : others) {
      latest = other.isAfter(latest) ? other : latest;
    }
    return latest;
  }
}
