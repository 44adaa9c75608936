package nl.sluis.gateway.logbook;

/// The key with which anybody can check what a witness put under a checkpoint (C2SP
/// tlog-cosignature, Ed25519, type 4), in the form `name+hex+base64`.
///
/// Never the key of a log: the type is part of its id. Immutable; may be shared between threads.
public final class WitnessKey {
  private static final byte COSIGNATURE = 4;

  private final LogKey key;

  private WitnessKey(LogKey key) {
    this.key = key;
  }

  /// Reads a key as its witness publishes it.
  ///
  /// @throws IllegalArgumentException when the text is not such a key, or its parts disagree
  public static WitnessKey parse(String text) {
    return new WitnessKey(LogKey.parse(text, COSIGNATURE));
  }

  /// The name under which this witness signs.
  public String name() {
    return key.origin();
  }

  byte[] id() {
    return key.id();
  }

  boolean verify(byte[] message, byte[] signature) {
    return key.verify(message, signature);
  }

  @Override
  public String toString() {
    return key.toString();
  }
}
