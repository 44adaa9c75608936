package nl.sluis.policies.question;

/// What reading the scanned content and the bounded texts of a message brought up.
public enum ScanFinding {
  /// A number that can be a BSN stands where none may be, dots and spaces disregarded.
  BSN_IN_TEKST,
  /// A text in an anonymous lane could point at a person.
  IDENTIFICEREND,
  /// A category does not have the form that the convenant gives it.
  VORM_ONJUIST,
  /// A category speaks of a topic its form forbids, such as the reason of an absence.
  VERBODEN_ONDERWERP;

  /// One finding with its place.
  ///
  /// @param what was found
  /// @param where the name of the disclosure it stands in, such as `K09` or `noodzaak:K07`
  public record Found(ScanFinding what, String where) {}
}
