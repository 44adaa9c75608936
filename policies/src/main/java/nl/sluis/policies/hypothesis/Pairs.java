package nl.sluis.policies.hypothesis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Days;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// Which parties can stand for two roles under one rule: one pair for every sort of pair. For one
/// thread.
final class Pairs {
  private final Convenant convenant;
  private final Map<Oin, Set<Role>> held = new HashMap<>();
  private final Map<Between, List<Pair>> known = new HashMap<>();

  Pairs(Convenant convenant) {
    this.convenant = convenant;
    convenant
        .parties()
        .forEach((oin, party) -> held.put(oin, party.heldDuring(convenant.validity())));
  }

  private record Between(String rule, Role from, Role to) {}

  /// Two parties, and a day on which both are bound.
  record Pair(PartyRole sender, PartyRole receiver, LocalDate day) {}

  /// Every sort of pair that the rule speaks of; none when nobody holds one of the roles.
  List<Pair> of(Rule rule, Role from, Role to) {
    return known.computeIfAbsent(new Between(rule.id(), from, to), _ -> find(rule, from, to));
  }

  private List<Pair> find(Rule rule, Role from, Role to) {
    Map<List<Object>, Pair> found = new LinkedHashMap<>();
    for (var sender : holders(from, rule.fromKinds())) {
      for (var receiver : receivers(rule, sender, to)) {
        firstDay(sender, from, receiver, to)
            .ifPresent(
                day ->
                    found.putIfAbsent(
                        List.of(sender.kind(), sender.bsnAllowed(), receiver.kind()),
                        new Pair(
                            new PartyRole(sender.oin(), from),
                            new PartyRole(receiver.oin(), to),
                            day)));
      }
    }
    return List.copyOf(found.values());
  }

  /// The first day on which both are bound and fulfil these roles, and neither is suspended when
  /// there is such a day.
  private Optional<LocalDate> firstDay(Party sender, Role from, Party receiver, Role to) {
    var together =
        stretches(sender, from)
            .flatMap(one -> stretches(receiver, to).flatMap(other -> one.and(other).stream()))
            .toList();
    var free =
        Stream.concat(together.stream().map(Days::first), lifted(sender, receiver))
            .filter(day -> together.stream().anyMatch(days -> days.hold(day)))
            .filter(day -> !sender.isSuspendedOn(day) && !receiver.isSuspendedOn(day))
            .min(Comparator.naturalOrder());
    return free.or(() -> together.stream().map(Days::first).min(Comparator.naturalOrder()));
  }

  private static Stream<LocalDate> lifted(Party sender, Party receiver) {
    return Stream.of(sender, receiver)
        .flatMap(party -> party.suspensions().stream())
        .flatMap(days -> days.end().stream());
  }

  private Stream<Days> stretches(Party party, Role role) {
    return party.roles().stream()
        .filter(held -> held.role() == role)
        .flatMap(held -> held.days().and(party.bound()).stream())
        .flatMap(days -> days.and(convenant.validity()).stream());
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
      if (held.getOrDefault(party.oin(), Set.of()).contains(role)
          && (kinds.isEmpty() || kinds.contains(party.kind()))) {
        holders.add(party);
      }
    }
    holders.sort(Comparator.comparing(Party::oin));
    return holders;
  }
}
