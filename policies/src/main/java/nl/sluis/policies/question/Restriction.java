package nl.sluis.policies.question;

/// A stop that rests on the person whatever was consented.
public enum Restriction {
  /// Restriction of processing (AVG 18): stops consent lanes and lanes on a public task.
  BEPERKT,
  /// Objection not yet weighed (AVG 21): stops lanes on a public task.
  BEZWAAR,
  /// A court ordered that this is not shared.
  RECHTERLIJK_VERBOD
}
