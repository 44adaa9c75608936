package nl.sluis.policies.convenant;

/// What one rule says of one category.
///
/// @param presence whether it must, may or must not be there
/// @param handling how it travels
/// @param motivated whether the sender must say why it is necessary
/// @param consentNeeded whether this category passes only with consent, though the lane needs none
/// @param form the name of the JSON Schema, such as `K12` or the narrower `K12-afspraken`
public record CategoryRule(
    Presence presence, Handling handling, boolean motivated, boolean consentNeeded, String form) {
  /// Must, may, must not.
  public enum Presence {
    VERPLICHT,
    OPTIONEEL,
    VERBODEN
  }
}
