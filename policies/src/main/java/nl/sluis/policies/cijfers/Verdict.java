package nl.sluis.policies.cijfers;

/// Whether a count may be given.
public sealed interface Verdict {
  /// It may, and MUST then be remembered as given.
  record Given() implements Verdict {}

  /// It was given before; the same number may be given again, and no other.
  record Again() implements Verdict {}

  /// It may not.
  ///
  /// @param why for the logbook; who asks for counts on others hears one word for all
  record Refused(Why why) implements Verdict {}

  /// Why a count may not be given.
  enum Why {
    /// The group itself is too small.
    TE_KLEIN,
    /// The difference with counts given before is about a group that is too small.
    VERSCHIL_TE_KLEIN,
    /// The group lies across one that was given before, so that what follows cannot be seen.
    KRUIST,
    /// Most of the number, or of a difference, comes from one contributor.
    GEDOMINEERD,
    /// Together with what was given before the numbers do not add up.
    TELT_NIET_OP
  }
}
