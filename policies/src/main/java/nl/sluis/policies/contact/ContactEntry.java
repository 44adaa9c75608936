package nl.sluis.policies.contact;

import java.time.LocalDate;
import java.util.Optional;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;

/// One line of the contact register; lines are only added, and a later line wins on its days.
///
/// @param school for which school
/// @param part for which part of it, such as `bovenbouw`
/// @param role in which function, such as `cjg-coach`
/// @param kind what the line says
/// @param supplier the party that supplies the person, and so keeps the line
/// @param team the team in which the function sits, such as `stedelijk-team`
/// @param person whom it is about, by the word the supplier has for that person
/// @param replaces whom the person stands in for; empty unless the line says so
/// @param from first day
/// @param until first day on which it is so no more
/// @param number the order in which the lines were added
public record ContactEntry(
    Oin school,
    String part,
    Role role,
    Kind kind,
    Oin supplier,
    String team,
    String person,
    Optional<String> replaces,
    LocalDate from,
    Optional<LocalDate> until,
    long number) {
  /// What a line says.
  public enum Kind {
    /// This person is the contact.
    VAST,
    /// This person is away.
    AFWEZIG,
    /// This person is there after all.
    AANWEZIG,
    /// This person stands in for another who is away.
    VERVANGING
  }

  /// Does the line speak of this day?
  public boolean isOn(LocalDate day) {
    return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
  }
}
