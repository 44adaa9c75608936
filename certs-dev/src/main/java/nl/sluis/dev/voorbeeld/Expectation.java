package nl.sluis.dev.voorbeeld;

import java.util.Optional;

/// One thing that a step must show.
@FunctionalInterface
interface Expectation {
  /// Looks, before the step is played, at what must be known to judge it.
  default void before(Scene scene) {}

  /// What was seen instead, as a Dutch sentence; empty when it is as expected.
  Optional<String> unmet(Observed seen, Scene scene);

  /// The sentence for a difference.
  static Optional<String> differs(String what, Object expected, Object seen) {
    return expected.equals(seen)
        ? Optional.empty()
        : Optional.of("`%s`: verwacht was %s, maar het was %s".formatted(what, expected, seen));
  }
}
