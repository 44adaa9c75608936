package nl.sluis.dev.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Where every school writes down what came in: once in the ledger, and how long it took the first
/// time. May be shared between threads.
final class Inbox {
  private final Ledger ledger;
  private final Clocked clocked;
  private final Map<String, Long> planned = new ConcurrentHashMap<>();

  Inbox(Ledger ledger, Clocked clocked) {
    this.ledger = ledger;
    this.clocked = clocked;
  }

  /// A message with this number was to be sent at this moment.
  void planned(String jti, long moment) {
    planned.put(jti, moment);
  }

  /// Keeps what came in at a school.
  ///
  /// @param body as it was handed over
  /// @param begun the earliest moment at which that can have been decided
  /// @return the number of the parcel
  String took(School school, JsonNode body, long begun) {
    var now = System.nanoTime();
    var parcel = body.path("pakket").asText();
    var handed = Handed.of(body.path("bericht").asText());
    if (ledger.arrived(parcel, new Ledger.Arrival(handed, begun, now))) {
      school.tally().parcels().incrementAndGet();
      var when = planned.remove(handed.jti());
      if (when != null && school.fault() == Fault.NONE) {
        clocked.arrived(school.way(), when, now);
      }
    } else {
      school.tally().repeats().incrementAndGet();
    }
    return parcel;
  }

  Ledger ledger() {
    return ledger;
  }
}
