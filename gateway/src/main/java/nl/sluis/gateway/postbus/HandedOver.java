package nl.sluis.gateway.postbus;

/// What a receiver gets when it asks for a parcel.
public sealed interface HandedOver {
  /// The message, bound to this receiver.
  ///
  /// @param message the sender's SD-JWT, minimised, with Sluis' key binding
  /// @param receipt the C2SP tlog-proof of the `verstrekt` row
  record Message(String message, String receipt) implements HandedOver {}

  /// There is nothing for this receiver under this name; the reason is nobody's business.
  record NotThere() implements HandedOver {}
}
