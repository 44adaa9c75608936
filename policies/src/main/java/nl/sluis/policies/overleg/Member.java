package nl.sluis.policies.overleg;

import nl.sluis.policies.terms.PartyRole;

/// Somebody who sits at a table, by the word their own organisation has for them.
///
/// @param seat the organisation and the role in which they sit
/// @param person the word for the person, never a name
/// @param function what they do, such as `jeugdarts`
/// @param caseOwner whether they own the case; nobody else does, least of all the team
/// @param reasoned whether it was said why they sit there; asked of roles that sit separately
public record Member(
    PartyRole seat, String person, String function, boolean caseOwner, boolean reasoned) {
  private static final int REASON_MIN = 20;

  /// Does this text say why somebody sits at a table?
  public static boolean isReason(String text) {
    return text.strip().length() >= REASON_MIN;
  }
}
