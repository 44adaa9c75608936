package nl.sluis.gateway.werkplek.meldcode;

import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.policies.terms.Role;

/// Who reports, as a record names a person: never by name.
///
/// @param role in which the organisation sends
/// @param id of the person at this organisation
/// @param function of that person
record Reporter(Role role, String id, String function) {
  /// Whoever is at the desk.
  static Reporter of(Worker who) {
    return new Reporter(who.at().party().role(), who.pseudonym(), who.function());
  }
}
