package nl.sluis.gateway.peer;

import java.net.URI;
import nl.sluis.policies.terms.Oin;

/// How parcels come to a partner.
public sealed interface Delivery {
  /// It comes for them, in its postbus.
  record Pull() implements Delivery {}

  /// Sluis brings them to its door; its postbus stays open.
  ///
  /// @param address where
  /// @param server whose certificate must be shown there: its own, or that of who runs its system
  ///   under a mandate
  record Push(URI address, Oin server) implements Delivery {}
}
