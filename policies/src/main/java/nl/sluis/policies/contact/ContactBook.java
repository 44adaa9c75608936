package nl.sluis.policies.contact;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.contact.Contact.Standing;
import nl.sluis.policies.contact.ContactEntry.Kind;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;

/// Reads the lines of the contact register: who is the contact of a school on a day.
///
/// What is delivered goes to the function, so it never waits for somebody who is away. Immutable;
/// may be shared between threads.
///
/// @param entries the lines, in any order
public record ContactBook(List<ContactEntry> entries) {
  private static final Set<Kind> PRESENCE = EnumSet.of(Kind.AFWEZIG, Kind.AANWEZIG);

  /// Copies its parts.
  public ContactBook {
    entries = List.copyOf(entries);
  }

  /// The contact in one function; empty when the register names none.
  public Optional<Contact> at(Oin school, String part, Role role, LocalDate day) {
    var lines =
        entries.stream()
            .filter(e -> e.school().equals(school) && e.part().equals(part))
            .filter(e -> e.role() == role && e.isOn(day))
            .toList();
    return last(lines.stream().filter(e -> e.kind() == Kind.VAST).toList())
        .map(fixed -> holder(fixed, lines));
  }

  /// The one contact a family sees: the first of these functions that has one.
  ///
  /// @param order the functions, the one a family speaks with first in front
  public Optional<Contact> forFamily(Oin school, String part, List<Role> order, LocalDate day) {
    return order.stream().flatMap(role -> at(school, part, role, day).stream()).findFirst();
  }

  private Contact holder(ContactEntry fixed, List<ContactEntry> lines) {
    var own = lines.stream().filter(e -> e.supplier().equals(fixed.supplier())).toList();
    var seen = new HashSet<String>();
    var person = Optional.of(fixed.person());
    // A substitute may be away too, and have a substitute; a circle ends at the team.
    while (person.isPresent() && isAway(person.get(), own)) {
      var away = person.get();
      person = seen.add(away) ? substitute(away, own) : Optional.empty();
    }
    var standing =
        person
            .map(p -> p.equals(fixed.person()) ? Standing.VAST : Standing.VERVANGER)
            .orElse(Standing.TEAM);
    return new Contact(
        fixed.supplier(), fixed.role(), fixed.part(), fixed.team(), person, standing);
  }

  private static boolean isAway(String person, List<ContactEntry> lines) {
    var presence =
        lines.stream().filter(e -> PRESENCE.contains(e.kind()) && e.person().equals(person));
    return last(presence.toList()).filter(e -> e.kind() == Kind.AFWEZIG).isPresent();
  }

  private static Optional<String> substitute(String away, List<ContactEntry> lines) {
    var substitutes =
        lines.stream()
            .filter(e -> e.kind() == Kind.VERVANGING && e.replaces().equals(Optional.of(away)));
    return last(substitutes.toList()).map(ContactEntry::person);
  }

  private static Optional<ContactEntry> last(List<ContactEntry> lines) {
    return lines.stream().max(Comparator.comparingLong(ContactEntry::number));
  }
}
