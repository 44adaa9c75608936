package nl.sluis.gateway.werkplek;

/// Somebody at the desk, for as long as the session lasts: one organisation in one role, and one
/// function, which was chosen after logging in and never comes from a form afterwards.
///
/// @param at for which organisation
/// @param function which the identity provider or the administrator's file gave, by its word in the
///   convenant
/// @param pseudonym stands in messages as `handelend.id`: a keyed form of the provider's word,
///   never a name, and always the same for the same person at the same organisation
/// @param formToken of the session; every form sends it back
/// @param stepUp whether the stronger sign-in was shown in this session
public record Worker(
    Workplace at, String function, String pseudonym, String formToken, boolean stepUp) {
  /// Tells what function, never who.
  @Override
  public String toString() {
    return function + " of " + at.party();
  }
}
