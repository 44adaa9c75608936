package nl.sluis.policies.convenant;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;

/// A signatory of the convenant.
///
/// @param oin its number
/// @param name its name, shown to families
/// @param kind what sort of organisation it is, such as `school`
/// @param roles the roles it may act in
/// @param accededOn first day on which it is bound
/// @param leftOn first day on which it is not bound any more
/// @param municipalities where it works
/// @param fixedContacts per role the party that is its fixed contact, such as the CJG of a school
/// @param bsnAllowed whether it has a statutory right to use the BSN
public record Party(
    Oin oin,
    String name,
    String kind,
    Set<Role> roles,
    LocalDate accededOn,
    Optional<LocalDate> leftOn,
    List<String> municipalities,
    Map<Role, Oin> fixedContacts,
    boolean bsnAllowed) {
  /// Copies its parts.
  public Party {
    roles = Set.copyOf(roles);
    municipalities = List.copyOf(municipalities);
    fixedContacts = Map.copyOf(fixedContacts);
  }

  /// Is this party bound on this day?
  public boolean isBoundOn(LocalDate day) {
    return !day.isBefore(accededOn) && leftOn.map(day::isBefore).orElse(true);
  }
}
