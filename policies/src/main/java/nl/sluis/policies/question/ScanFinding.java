package nl.sluis.policies.question;

/// What reading a message brought up: its scanned content and bounded texts, beside our registers.
public enum ScanFinding {
  /// A number that can be a BSN stands where none may be, dots and spaces disregarded.
  BSN_IN_TEKST,
  /// A text in an anonymous lane could point at a person.
  IDENTIFICEREND,
  /// A category does not have the form that the convenant gives it.
  VORM_ONJUIST,
  /// A category speaks of a topic its form forbids, such as the reason of an absence.
  VERBODEN_ONDERWERP,
  /// A count, or its difference with counts given before, tells of a group that is too small.
  HERLEIDBAAR,
  /// Most of a count comes from one contributor, so that the count tells what that one did.
  GEDOMINEERD,
  /// So many counts were given that one more could not be held against all of them.
  TE_VEEL_CIJFERS,
  /// The person who acts did something for this child in a role on the other side of a wall.
  MUUR,
  /// The person who acts has roles at two organisations and did not choose this one.
  ROL_NIET_GEKOZEN,
  /// The gecertificeerde instelling does not carry out a supervision order of this child now.
  ONTVANGER_ZONDER_OTS,
  /// Nobody decided, with a reason, to answer what may be refused.
  GEEN_MENSELIJK_BESLUIT,
  /// The question that is answered did not ask for this category.
  NIET_GEVRAAGD,
  /// It is another text than the one the family read.
  ANDERE_TEKST,
  /// Somebody who read it first stopped it.
  TEGENGEHOUDEN;

  /// One finding with its place.
  ///
  /// @param what was found
  /// @param where the name of the disclosure it stands in, such as `K09`, `noodzaak:K07` or
  ///   `handelend`
  public record Found(ScanFinding what, String where) {}
}
