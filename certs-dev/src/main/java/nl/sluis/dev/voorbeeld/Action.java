package nl.sluis.dev.voorbeeld;

/// What happens in one step. A step of a later issue is one more implementation and its kind.
interface Action {
  /// What happens, told in one Dutch sentence for the report.
  String told();

  /// Does it, for real, and returns what was seen.
  ///
  /// @throws java.io.IOException when a connection fails in a way no scenario can expect
  Observed play(Scene scene) throws java.io.IOException;

  /// Must a step without `verwacht` answer with a status of 2xx?
  default boolean mustSucceed() {
    return true;
  }
}
