package nl.sluis.policies.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// Parties of one convenant that stand for all of their sort.
final class Cast {
  private static final Oin NOBODY = new Oin("00000099000000998000");

  private final List<Party> parties;
  private final LocalDate day;

  /// @param bsn whether the sender may use the number
  record Pair(PartyRole sender, PartyRole receiver, boolean bsn) {}

  Cast(Convenant convenant, LocalDate day) {
    this.parties =
        convenant.parties().values().stream().sorted(Comparator.comparing(Party::oin)).toList();
    this.day = day;
  }

  static LocalDate day(Instant instant) {
    return instant.atZone(Age.CALENDAR).toLocalDate();
  }

  /// Whoever fulfils this role; a stranger when nobody does.
  PartyRole anyOf(Role role) {
    return new PartyRole(
        holders(role, Set.of()).stream().map(Party::oin).findFirst().orElse(NOBODY), role);
  }

  /// Parties that fulfil the roles of this rule, the receiver as the rule wants it: one pair for
  /// every two roles, and one more where the sender may not use the BSN.
  List<Pair> pairs(Rule rule) {
    var pairs = new ArrayList<Pair>();
    for (var from : rule.from()) {
      for (var to : rule.to()) {
        pair(rule, from, to, true).ifPresent(pairs::add);
        pair(rule, from, to, false).ifPresent(pairs::add);
      }
    }
    return pairs;
  }

  private Optional<Pair> pair(Rule rule, Role from, Role to, boolean bsn) {
    for (var sender : holders(from, rule.fromKinds())) {
      for (var receiver : holders(to, rule.toKinds())) {
        boolean contact =
            !rule.fixedContact()
                || sender.fixedContact(to).filter(receiver.oin()::equals).isPresent();
        if (contact && sender.bsnAllowed() == bsn) {
          return Optional.of(
              new Pair(new PartyRole(sender.oin(), from), new PartyRole(receiver.oin(), to), bsn));
        }
      }
    }
    return Optional.empty();
  }

  /// One party of every kind, with and without the BSN, with and without contacts, that fulfils
  /// this role now or later.
  List<PartyRole> sorts(Role role) {
    var sorts = new LinkedHashMap<List<Object>, PartyRole>();
    for (var party : parties) {
      if (party.everHeld().contains(role)) {
        sorts.putIfAbsent(
            List.of(
                party.kind(),
                party.bsnAllowed(),
                party.fixedContacts(),
                party.holds(role, day),
                party.isBoundOn(day)),
            new PartyRole(party.oin(), role));
      }
    }
    return List.copyOf(sorts.values());
  }

  /// A party that does not fulfil this role, in this role.
  Optional<PartyRole> notHolding(Role role) {
    return parties.stream()
        .filter(p -> !p.everHeld().contains(role))
        .map(p -> new PartyRole(p.oin(), role))
        .findFirst();
  }

  private List<Party> holders(Role role, Set<String> kinds) {
    return parties.stream()
        .filter(p -> p.isBoundOn(day) && p.holds(role, day))
        .filter(p -> kinds.isEmpty() || kinds.contains(p.kind()))
        .toList();
  }
}
