package nl.sluis.policies.rules;

import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Reason;

/// What one sentence of the convenant says of one case.
public sealed interface Finding {
  /// Nothing may pass.
  record Refuses(Reason.Told told) implements Finding {}

  /// Not yet: the sender can supply what is missing.
  record Holds(Reason.Told told) implements Finding {}

  /// This category may not pass. Whether the rest may is weighed elsewhere.
  record Withholds(DataCategory category, Reason reason) implements Finding {}

  /// When something passes, this must happen.
  record Requires(Obligation obligation) implements Finding {}

  /// A refusal for this reason, about this.
  static Finding refuses(Reason reason, String about) {
    return new Refuses(new Reason.Told(reason, about));
  }

  /// A hold for this reason, about this.
  static Finding holds(Reason reason, String about) {
    return new Holds(new Reason.Told(reason, about));
  }
}
