package nl.sluis.gateway.werkplek;

import nl.sluis.gateway.partner.OwnLine;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// One organisation in one role at this desk. Immutable; may be shared between threads.
///
/// @param party for whom is worked
/// @param name of that organisation, for people
/// @param line its line with Sluis
public record Workplace(PartyRole party, String name, OwnLine line) {
  /// Does another organisation, such as a samenwerkingsverband or a supplier, do this for it under
  /// a mandate that Sluis knows?
  public boolean isNamens() {
    return !holder().equals(party.oin());
  }

  /// Whose certificate and signature it is: of the party itself, or of whom it gave a mandate.
  public Oin holder() {
    return line.holder();
  }

  /// Tells who, and nothing of the line.
  @Override
  public String toString() {
    return "Workplace[" + party + "]";
  }
}
