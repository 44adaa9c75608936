package nl.sluis.policies.decision;

import java.util.List;
import nl.sluis.policies.convenant.Convenant;

/// The enumeration of the specs, for the bench: it tells its size and its time itself.
public final class Enumeration {
  private Enumeration() {}

  /// Enumerates the space of one convenant.
  ///
  /// @throws AssertionError when an answer breaks a prohibition, or text and index differ
  public static void run(Convenant convenant) {
    new HardProhibitionsSpec().walk(List.of(convenant));
  }
}
