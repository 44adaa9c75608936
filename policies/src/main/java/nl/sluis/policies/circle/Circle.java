package nl.sluis.policies.circle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.hypothesis.Allowance;
import nl.sluis.policies.hypothesis.Allowances;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Role;

/// The circle around a school: the members of its kernteam, the others that the school may exchange
/// with, and every exchange between them.
///
/// Made from the convenant by asking the engine, so that the picture cannot promise what is
/// refused.
public final class Circle {
  /// The table of that name; who may sit at it is a member.
  private static final String KERNTEAM = "kernteam";

  private final Convenant convenant;
  private final Optional<Party> school;
  private final List<Exchange> exchanges;
  private final NavigableSet<Group> kernteam = new TreeSet<>();
  private final SortedSet<Group> around = new TreeSet<>();

  private Circle(Convenant convenant, Optional<Party> school) {
    this.convenant = convenant;
    this.school = school;
    this.exchanges = exchanges(convenant);
    var table = convenant.arrangements().table(KERNTEAM);
    for (var exchange : exchanges) {
      if (table.map(kind -> kind.purposes().contains(exchange.rule().purpose())).orElse(false)
          || (table.isEmpty() && isForKernteam(exchange.rule()))) {
        kernteam.add(exchange.from());
        kernteam.add(exchange.to());
      }
    }
    kernteam.remove(Group.SCHOOL);
    for (var exchange : exchanges) {
      if (exchange.touches(Group.SCHOOL) && exchange.rule().lane() != Lane.CONFLICT_VAN_PLICHTEN) {
        around.add(exchange.from());
        around.add(exchange.to());
      }
    }
    around.remove(Group.SCHOOL);
    around.removeAll(kernteam);
  }

  // A convenant that describes no tables names its kernteam by the purpose alone.
  private static boolean isForKernteam(Rule rule) {
    return rule.lane() != Lane.ANONIEM && rule.purpose().code().startsWith(KERNTEAM + "-");
  }

  /// @param school the school in the middle; empty for any school
  public static Circle of(Convenant convenant, Optional<Party> school) {
    return new Circle(convenant, school);
  }

  /// The version it was made from.
  Convenant convenant() {
    return convenant;
  }

  /// Whose circle it is, in words.
  String title() {
    return "Wie deelt wat rond " + school.map(Party::name).orElse("een school");
  }

  /// The members of the kernteam, without the school.
  SortedSet<Group> kernteam() {
    return kernteam;
  }

  /// The others with whom the school exchanges.
  SortedSet<Group> around() {
    return around;
  }

  /// What is drawn: everything within the kernteam and its school, and what the school exchanges
  /// with the others. What two people must weigh each time is no standing line, and not drawn.
  List<Exchange> drawn() {
    return shown(false);
  }

  /// What two people must weigh each time, in the same circle.
  List<Exchange> weighed() {
    return shown(true);
  }

  private List<Exchange> shown(boolean weighed) {
    var inner = new TreeSet<>(kernteam);
    inner.add(Group.SCHOOL);
    return exchanges.stream()
        .filter(e -> !e.from().equals(e.to()))
        .filter(e -> weighed == (e.rule().lane() == Lane.CONFLICT_VAN_PLICHTEN))
        .filter(e -> e.isWithin(inner) || e.touches(Group.SCHOOL))
        .toList();
  }

  /// Everything that passes inside one group: from school to school, for instance.
  List<Exchange> inside() {
    return exchanges.stream()
        .filter(e -> e.from().equals(e.to()))
        .filter(e -> e.touches(Group.SCHOOL) || kernteam.contains(e.from()))
        .toList();
  }

  /// The roles by which a group takes part in what is drawn.
  Set<Role> roles(Group group) {
    var roles = new TreeSet<Role>();
    for (var exchange : drawn()) {
      if (exchange.from().equals(group)) {
        roles.addAll(exchange.givers());
      }
      if (exchange.to().equals(group)) {
        roles.addAll(exchange.receivers());
      }
    }
    return roles;
  }

  /// The parties that a school in the middle would meet in this group; none when it is any school.
  List<String> names(Group group) {
    if (school.isEmpty()) {
      return List.of();
    }
    var at = school.get();
    if (group.isSchool()) {
      return List.of(at.name());
    }
    var roles = roles(group);
    return convenant.parties().values().stream()
        .filter(party -> party.heldDuring(convenant.validity()).stream().anyMatch(roles::contains))
        .filter(party -> meets(at, party, convenant.validFrom()))
        .map(Party::name)
        .sorted()
        .collect(Collectors.toList());
  }

  private static boolean meets(Party school, Party other, LocalDate day) {
    var near = other.municipalitiesOn(day);
    return school.fixedContacts().containsValue(other.oin())
        || near.isEmpty()
        || near.stream().anyMatch(school.municipalitiesOn(day)::contains);
  }

  private static List<Exchange> exchanges(Convenant convenant) {
    Map<List<Object>, Exchange> found = new LinkedHashMap<>();
    new Allowances(convenant)
        .all()
        .forEach(
            (cell, says) -> {
              if (says instanceof Allowance.Under under) {
                var rule = convenant.rule(under.ruleId()).orElseThrow();
                var from = Group.of(cell.from());
                var to = Group.of(cell.to());
                var exchange =
                    found.computeIfAbsent(
                        List.of(rule.id(), from, to), _ -> new Exchange(rule, from, to));
                exchange.givers().add(cell.from());
                exchange.receivers().add(cell.to());
                exchange.categories().add(cell.category());
              }
            });
    var sorted = new ArrayList<>(found.values());
    sorted.sort(
        Comparator.comparing(Exchange::from)
            .thenComparing(Exchange::to)
            .thenComparing(e -> e.rule().id()));
    return List.copyOf(sorted);
  }
}
