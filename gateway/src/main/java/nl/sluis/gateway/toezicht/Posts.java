package nl.sluis.gateway.toezicht;

import java.util.Map;
import nl.sluis.gateway.aanmelding.ProviderLine;

/// Who may come to the desk: the provider at whom officers log in, and what its roles mean here.
/// Immutable.
///
/// @param provider its own address ends with [nl.sluis.gateway.aanmelding.StaffSignIn.Desk#path],
///   and its claim is that of the roles
/// @param employee the claim with the word by which the organisation points at this professional in
///   messages too, so that nobody reviews what is one's own; `sub` where there is no other
/// @param roles which role is which post; what is not in it means nothing
public record Posts(ProviderLine provider, String employee, Map<String, Post> roles) {
  /// Copies its map.
  public Posts {
    roles = Map.copyOf(roles);
  }
}
