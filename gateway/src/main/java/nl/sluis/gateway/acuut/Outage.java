package nl.sluis.gateway.acuut;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// What the logbook is told of a report that came while the logbook could not be written.
///
/// @param number its place among those that waited
/// @param received when it came in
/// @param digest of the file in which it waited, which the receiver got as the nonce of the binding
/// @param delivered when the receiver took it; empty when it had not yet
public record Outage(long number, Instant received, String digest, Optional<Instant> delivered) {
  static Outage of(Spooled spooled) {
    return new Outage(
        spooled.number(),
        spooled.received(),
        HexFormat.of().formatHex(spooled.digest()),
        spooled.delivered());
  }

  /// Adds it to the row.
  public void in(ObjectNode row) {
    var told = row.putObject("uitval");
    told.put("nummer", number).put("ontvangen", received.toString()).put("wachtkamer", digest);
    delivered.ifPresent(at -> told.put("bezorgd", at.toString()));
  }
}
