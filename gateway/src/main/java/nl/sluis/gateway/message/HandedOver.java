package nl.sluis.gateway.message;

/// A message that Sluis released to its receiver, as the receiver proved it.
///
/// Only [MessageVerifier] makes it. Whether the leaf stands in the logbook is for the receiver to
/// check with the receipt; a message without that proof MUST NOT be used.
public final class HandedOver {
  private final SignedMessage message;
  private final byte[] leafHash;

  HandedOver(SignedMessage message, byte[] leafHash) {
    this.message = message;
    this.leafHash = leafHash;
  }

  /// The message, with what was left of it.
  public SignedMessage message() {
    return message;
  }

  /// The hash of the logbook row that recorded this disclosure.
  public byte[] leafHash() {
    return leafHash.clone();
  }
}
