package nl.sluis.policies.convenant;

/// What one rule says of one category.
///
/// @param presence whether it must, may or must not be there
/// @param handling how it travels
/// @param motivated whether the sender must say why it is necessary
/// @param consentNeeded whether this category passes only with consent, though the lane needs none
public record CategoryRule(
    Presence presence, Handling handling, boolean motivated, boolean consentNeeded) {
  /// Must, may, must not.
  public enum Presence {
    VERPLICHT,
    OPTIONEEL,
    VERBODEN
  }
}
