package nl.sluis.policies.rules;

import java.util.List;

/// One sentence of the convenant, as code: reads a case and says what it finds.
///
/// A check has no memory, no clock and no I/O. One that finds nothing is silent; one that breaks
/// forbids.
@FunctionalInterface
public interface Check {
  /// Everything this sentence says of this case; nothing when it is silent.
  List<Finding> of(Case it);

  /// The name under which a broken check is logged.
  default String name() {
    return getClass().getSimpleName();
  }
}
