package nl.sluis.gateway.postbus;

import java.util.Optional;
import nl.sluis.gateway.leesmee.ReadProof;

/// What a receiver gets when it asks for a parcel.
public sealed interface HandedOver {
  /// The message, bound to this receiver.
  ///
  /// @param message the sender's SD-JWT, minimised, with Sluis' key binding
  /// @param receipt the C2SP tlog-proof of the `verstrekt` row
  /// @param read what we say of its reading by the family; empty when nobody had to read it
  record Message(String message, String receipt, Optional<ReadProof> read) implements HandedOver {}

  /// There is nothing for this receiver under this name; the reason is nobody's business.
  record NotThere() implements HandedOver {}
}
