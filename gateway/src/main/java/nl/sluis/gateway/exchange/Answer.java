package nl.sluis.gateway.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// What a sender hears.
///
/// @param kind which of the ways it went
/// @param body the answer in Dutch JSON, without its receipt
/// @param receipt the C2SP tlog-proof of the row; empty when nothing was recorded
public record Answer(Kind kind, ObjectNode body, String receipt) {
  /// The ways an exchange can go, as the outside hears them.
  public enum Kind {
    DOORGELATEN,
    AANGEHOUDEN,
    GEWEIGERD,
    /// The same number was used for other bytes: nothing was done.
    BOTSING
  }
}
