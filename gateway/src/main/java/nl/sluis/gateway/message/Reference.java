package nl.sluis.gateway.message;

import nl.sluis.policies.question.ReferenceKind;

/// By what the sender points at the person the message is about.
///
/// It MUST be turned into a key at once and MUST NOT be stored or logged.
///
/// @param kind what sort of reference
/// @param value the reference itself
public record Reference(ReferenceKind kind, String value) {
  /// Hides the value.
  @Override
  public String toString() {
    return "Reference[" + kind.code() + "]";
  }
}
