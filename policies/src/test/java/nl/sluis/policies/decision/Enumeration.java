package nl.sluis.policies.decision;

import java.util.List;
import nl.sluis.policies.convenant.Convenant;

/// The enumeration of the specs, for the bench and for `./sluis proef wet`: it tells its size and
/// its time itself.
public final class Enumeration {
  private Enumeration() {}

  /// Enumerates the space of one convenant.
  ///
  /// @throws AssertionError when an answer breaks a prohibition, or text and index differ
  public static void run(Convenant convenant) {
    new HardProhibitionsSpec().walk(List.of(convenant), Draw.whole());
  }

  /// Enumerates what is drawn of the space of every shipped convenant; all of it with
  /// `-Dsluis.heel=true`.
  ///
  /// @throws AssertionError as above, and when the space is smaller than it was
  public static void all() {
    new HardProhibitionsSpec().walkShipped(Draw.ofToday());
  }
}
