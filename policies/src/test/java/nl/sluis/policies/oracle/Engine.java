package nl.sluis.policies.oracle;

import java.util.Set;
import nl.sluis.policies.export.Asked;
import nl.sluis.policies.export.Stated;

/// An engine of others that has the exported convenant loaded.
interface Engine extends AutoCloseable {
  /// One answer.
  ///
  /// @param permits whether it is a yes
  /// @param ids the sentences on which it rests; empty when the text is silent
  record Answer(boolean permits, Set<String> ids) {}

  /// Facts that were stated, about which several things can be asked.
  interface Session {
    /// @throws AssertionError when the engine does not answer plainly: an error, an indeterminate
    Answer ask(Asked asked);
  }

  /// The name in reports.
  String name();

  /// Puts the facts in the form that this engine takes.
  Session on(Stated stated);

  @Override
  void close();
}
