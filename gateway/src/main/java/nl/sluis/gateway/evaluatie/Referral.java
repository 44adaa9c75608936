package nl.sluis.gateway.evaluatie;

import java.time.LocalDate;
import java.util.UUID;
import nl.sluis.policies.terms.PartyRole;

/// That an organisation referred a child to help itself. Immutable.
///
/// @param id by which both sides know it; it says nothing of the child
/// @param subject the child
/// @param by who referred, and will read what the family says
/// @param on which day
public record Referral(UUID id, UUID subject, PartyRole by, LocalDate on) {
  @Override
  public String toString() {
    return "referral " + id;
  }
}
