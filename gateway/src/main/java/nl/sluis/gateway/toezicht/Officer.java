package nl.sluis.gateway.toezicht;

import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.policies.terms.Oin;

/// Somebody at the desk, for as long as the session lasts.
///
/// @param organisation whose rows this officer may see
/// @param duty what for; chosen when the provider gives more than one
/// @param who a keyed pseudonym, the same as that of this professional in messages of the
///   organisation; never a name
/// @param formToken of the session; every form sends it back
public record Officer(Oin organisation, Duty duty, Actor who, String formToken) {
  @Override
  public String toString() {
    return duty.word() + " of " + organisation;
  }
}
