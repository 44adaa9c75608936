package nl.sluis.gateway.person;

import nl.sluis.policies.terms.PartyRole;

/// A professional at a desk, who logged in at the organisation where that professional works.
///
/// @param desk whose desk it is, and in which role it helps
/// @param id how that organisation calls this professional; for evidence, never for a family
public record Assistant(PartyRole desk, String id) {
  @Override
  public String toString() {
    return "assistant at " + desk;
  }
}
