package nl.sluis.policies.contact;

import java.util.Optional;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;

/// Who speaks for a school on one day: always a function, and the person in it when there is one.
///
/// @param supplier the party that has the function
/// @param role the function
/// @param part the part of the school
/// @param team the team the function sits in
/// @param person who holds it on this day; empty when nobody does, and the team answers
/// @param standing how that person came to hold it
public record Contact(
    Oin supplier, Role role, String part, String team, Optional<String> person, Standing standing) {
  /// How a person came to hold a function on a day.
  public enum Standing {
    /// The fixed contact.
    VAST,
    /// A substitute, while the fixed contact is away.
    VERVANGER,
    /// The fixed contact is away and nobody stands in: the team answers.
    TEAM
  }
}
