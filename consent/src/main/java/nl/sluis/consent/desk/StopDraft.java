package nl.sluis.consent.desk;

/// A stop that rests on a person, as it was handed in; what was left out is an empty text.
///
/// @param kind `beperkt`, `bezwaar`, `rechterlijk-verbod` or `bewaarplicht`
/// @param from the day or instant from which it holds
/// @param until the day or instant from which it does not hold any more; empty for no end
/// @param reviewOn the day on which somebody looks at it again
/// @param author who recorded it, and why
public record StopDraft(String kind, String from, String until, String reviewOn, Authored author) {
  /// An objection (AVG 21), which a human being must weigh.
  public boolean isObjection() {
    return kind.equals(Stop.OBJECTION);
  }
}
