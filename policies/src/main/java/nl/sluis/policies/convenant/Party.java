package nl.sluis.policies.convenant;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.terms.Municipality;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;

/// A signatory of the convenant. What it is and may do holds for a time: ask with a day.
///
/// @param oin its number
/// @param key the word by which examples and other parties point at it, such as `ggd-jgz`
/// @param name its name, shown to families
/// @param kind what sort of organisation it is, such as `school-po`
/// @param bound when it is bound: from its accession until it leaves
/// @param roles the roles it may act in, each with its days
/// @param suspensions when it is bound but may not exchange anything
/// @param served where it works, each with its days
/// @param fixedContacts per role the party that is its fixed contact, such as the CJG of a school
/// @param bsnAllowed whether it has a statutory right to use the BSN
/// @param proxies who signs in its name, each with its days; empty when it signs for itself
/// @param secondments people of other parties who work here
/// @param officers how its officers for data and for the safety of children are reached
public record Party(
    Oin oin,
    String key,
    String name,
    String kind,
    Days bound,
    List<HeldRole> roles,
    List<Days> suspensions,
    List<Served> served,
    Map<Role, Oin> fixedContacts,
    boolean bsnAllowed,
    List<Proxy> proxies,
    List<Secondment> secondments,
    Officers officers) {
  /// Copies its parts.
  public Party {
    roles = List.copyOf(roles);
    suspensions = List.copyOf(suspensions);
    served = List.copyOf(served);
    fixedContacts = Map.copyOf(fixedContacts);
    proxies = List.copyOf(proxies);
    secondments = List.copyOf(secondments);
  }

  /// Is this party bound on this day? A suspended party still is.
  public boolean isBoundOn(LocalDate day) {
    return bound.hold(day);
  }

  /// Is it bound, but may it not exchange anything on this day?
  public boolean isSuspendedOn(LocalDate day) {
    return suspensions.stream().anyMatch(s -> s.hold(day));
  }

  /// Does it fulfil this role on this day?
  public boolean holds(Role role, LocalDate day) {
    for (var held : roles) {
      if (held.role() == role && held.days().hold(day)) {
        return true;
      }
    }
    return false;
  }

  /// Does it work in this municipality on this day?
  public boolean serves(Municipality municipality, LocalDate day) {
    return served.stream()
        .anyMatch(s -> s.municipality().equals(municipality) && s.days().hold(day));
  }

  /// Who must sign in its name on this day: its attorney, or itself.
  public Oin signatoryOn(LocalDate day) {
    return proxies.stream()
        .filter(p -> p.days().hold(day))
        .map(Proxy::attorney)
        .findFirst()
        .orElse(oin);
  }

  /// Every role it ever fulfils.
  public Set<Role> everHeld() {
    var ever = EnumSet.noneOf(Role.class);
    roles.forEach(held -> ever.add(held.role()));
    return Collections.unmodifiableSet(ever);
  }

  /// Every role it fulfils, bound, on some of these days.
  public Set<Role> heldDuring(Days days) {
    var during = EnumSet.noneOf(Role.class);
    bound
        .and(days)
        .ifPresent(
            both ->
                roles.stream()
                    .filter(held -> held.days().overlap(both))
                    .forEach(held -> during.add(held.role())));
    return Collections.unmodifiableSet(during);
  }

  /// Every municipality it works in on this day.
  public List<Municipality> municipalitiesOn(LocalDate day) {
    return served.stream().filter(s -> s.days().hold(day)).map(Served::municipality).toList();
  }

  /// The party that is its fixed contact in this role.
  public Optional<Oin> fixedContact(Role role) {
    return Optional.ofNullable(fixedContacts.get(role));
  }
}
