package nl.sluis.policies.overleg;

import nl.sluis.policies.terms.PartyRole;

/// Somebody who sits at a table, by the word their own organisation has for them.
///
/// @param seat the organisation and the role in which they sit
/// @param person the word for the person, never a name
/// @param function what they do, such as `jeugdarts`
/// @param caseOwner whether they own the case; nobody else does, least of all the team
/// @param reason why they sit there; only asked of roles that sit separately
public record Member(
    PartyRole seat, String person, String function, boolean caseOwner, String reason) {}
