package nl.sluis.gateway.vorm;

/// The person whom people may phone about these pages; stands on every page in the same place (WCAG
/// 2.2, 3.2.6).
///
/// @param name of a human being, not of a department
/// @param phone as people write it, with spaces
public record Helper(String name, String phone) {
  /// Refuses what nobody can phone.
  public Helper {
    if (name.isBlank() || !phone.matches("\\+?[0-9][0-9 -]{4,18}[0-9]")) {
      throw new IllegalArgumentException("`mensen.hulp` noemt een naam en een telefoonnummer");
    }
  }

  /// The number as an address that a telephone dials.
  public String dial() {
    return "tel:" + phone.replaceAll("[ -]", "");
  }
}
