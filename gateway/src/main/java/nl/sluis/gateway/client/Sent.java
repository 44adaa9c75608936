package nl.sluis.gateway.client;

/// A message as it is ready to be handed in.
///
/// @param jti its id
/// @param text the bytes of the SD-JWT, as ASCII text
public record Sent(String jti, String text) {
  /// Tells which message, never what is in it.
  @Override
  public String toString() {
    return "Sent[" + jti + "]";
  }
}
