package nl.sluis.gateway.desk;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Who puts something on record, for whom, and whether that role may.
///
/// @param caller whose certificate brought it
/// @param party on whose behalf
/// @param purpose for what, when it is for one purpose; a mandate reaches no further
/// @param roles which roles may do this
/// @param law knows which party holds which role
/// @param mandates knows who may act for whom
public record OnBehalf(
    Oin caller,
    PartyRole party,
    Optional<Purpose> purpose,
    Set<Role> roles,
    CurrentLaw law,
    Mandates mandates) {

  /// Why not, at this instant; empty when it may.
  public Optional<Outcome> refusal(Found found) throws SQLException {
    // First, so that who may not act for a party hears nothing of its roles.
    if (!caller.equals(party.oin()) && !isMandated(found)) {
      return Optional.of(
          new Outcome.NotAllowed(
              Denial.MANDAAT_ONTBREEKT,
              "U hebt geen geldig mandaat om dit namens deze organisatie te doen."));
    }
    boolean holds = law.now().isBoundAs(party, found.at());
    if (!holds || !roles.contains(party.role())) {
      return Optional.of(
          new Outcome.NotAllowed(
              Denial.ROL_NIET_BEVOEGD,
              "Deze rol mag dit niet vastleggen; laat iemand met een andere rol het doen."));
    }
    return Optional.empty();
  }

  private boolean isMandated(Found found) throws SQLException {
    return purpose.isPresent()
        && mandates
            .mandateFor(found.tx(), caller, party.oin(), party.role(), purpose.get(), found.at())
            .isPresent();
  }
}
