package nl.sluis.dev.voorbeeld;

/// A kind of observation: the Dutch key under `verwacht`, and how its value is read.
///
/// @param name the key
/// @param reader turns the value under the key into an expectation
record ExpectationKind(String name, Reader reader) {
  /// Reads one expectation.
  @FunctionalInterface
  interface Reader {
    Expectation read(Tree tree, Names names);
  }
}
