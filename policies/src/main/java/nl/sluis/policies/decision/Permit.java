package nl.sluis.policies.decision;

import java.util.Map;
import java.util.Set;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Reason;

/// Leave to disclose. Only the [Decider] can make one: the implementing record is package-private.
public sealed interface Permit extends Decision permits Permitted {
  /// By which road.
  Lane lane();

  /// What may pass: at least one category, but for an acute report, whose record is itself the
  /// message.
  Set<DataCategory> released();

  /// What may not, each with its reason.
  Map<DataCategory, Reason> withheld();

  /// What must happen because of this permit.
  Set<Obligation> obligations();
}
