package nl.sluis.policies.convenant;

import java.util.Set;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;

/// People of another party who work here (detachering). Declared, because such a person serves two
/// organisations and chooses one role per session.
///
/// @param employer the party that employs them
/// @param roles the roles they fulfil here
/// @param days when
public record Secondment(Oin employer, Set<Role> roles, Days days) {
  /// Copies its parts.
  public Secondment {
    roles = Set.copyOf(roles);
  }
}
