package nl.sluis.policies.convenant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.cijfers.Counting;
import nl.sluis.policies.cijfers.Guard;
import nl.sluis.policies.contact.ContactFunction;
import nl.sluis.policies.contact.Wall;
import nl.sluis.policies.overleg.OverlegKind;
import nl.sluis.policies.terms.Role;

/// What the parties arranged besides the rules: tables, contacts, walls, how counts are kept safe
/// and how long what people said may be relied on.
///
/// @param tables the kinds of table, by code
/// @param contacts the functions in which somebody is the contact of a school, the one a family
///   speaks with first in front
/// @param walls the walls between roles
/// @param counting how counts are kept safe
/// @param consentTerms how long what people said may be relied on
/// @param retentions how long what was received is kept, by code
public record Arrangements(
    Map<String, OverlegKind> tables,
    List<ContactFunction> contacts,
    List<Wall> walls,
    Counting counting,
    ConsentTerms consentTerms,
    Map<String, Retention> retentions) {
  private static final int SMALLEST = 10;
  private static final int LARGEST_SHARE = 80;

  /// Copies its parts.
  public Arrangements {
    tables = Map.copyOf(tables);
    contacts = List.copyOf(contacts);
    walls = List.copyOf(walls);
    retentions = Map.copyOf(retentions);
  }

  /// Nothing was arranged: no table, no contact, no wall and nothing to count.
  public static Arrangements none() {
    return new Arrangements(
        Map.of(), List.of(), List.of(), noCounts(), ConsentTerms.STRICT, Map.of());
  }

  static Counting noCounts() {
    return new Counting(new Guard(SMALLEST, LARGEST_SHARE), Map.of(), List.of());
  }

  /// The same, with how long what was received is kept.
  Arrangements keeping(Map<String, Retention> terms) {
    return new Arrangements(tables, contacts, walls, counting, consentTerms, terms);
  }

  /// How long what passes by this rule is kept, in plain Dutch.
  public String keeps(Rule rule) {
    var retention = Optional.ofNullable(retentions.get(rule.retention()));
    return retention.map(Retention::inWords).orElse(rule.retention());
  }

  /// The kind of table with this code.
  public Optional<OverlegKind> table(String code) {
    return Optional.ofNullable(tables.get(code));
  }

  /// The contact function of this role.
  public Optional<ContactFunction> contact(Role role) {
    return contacts.stream().filter(c -> c.role() == role).findFirst();
  }

  /// The parts of a school that have a contact of their own, whatever the kind of school.
  public boolean knowsPart(String part) {
    return contacts.stream()
        .flatMap(c -> c.parts().values().stream())
        .anyMatch(parts -> parts.contains(part));
  }

  /// The roles in which a family can have a contact, the first in front.
  public List<Role> familyContacts() {
    return contacts.stream()
        .filter(ContactFunction::familySees)
        .map(ContactFunction::role)
        .toList();
  }

  /// Does this role stand at some wall?
  public boolean isWalled(Role role) {
    return Wall.stands(role, walls);
  }

  /// The walls that somebody crosses who acts in this role after those.
  public List<Wall> crossed(Role now, Set<Role> before) {
    return walls.stream().filter(w -> w.isCrossed(now, before)).toList();
  }
}
