package nl.sluis.gateway.aanmelding;

import java.util.Set;
import nl.sluis.policies.terms.PartyRole;

/// A desk at which professionals help people.
///
/// @param provider of the organisation; its own address ends with that of the desk, and its claim
///   is that of the roles, in which a dot leads into a claim within a claim
/// @param role that somebody must have there
/// @param desk the organisation whose desk it is, and the role in which it helps
public record CounterLine(ProviderLine provider, String role, PartyRole desk) {
  private static final String EMPLOYEE = "sub";

  /// The desk as the provider knows it.
  public StaffSignIn.Line staff() {
    return new StaffSignIn.Line(provider, EMPLOYEE, Set.of(role));
  }
}
