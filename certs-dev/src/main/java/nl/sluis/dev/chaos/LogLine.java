package nl.sluis.dev.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.dev.rig.LogRows;

/// What a trial needs to know of one row of the logbook, without all that the row holds.
///
/// Immutable; may be shared between threads.
///
/// @param index its place, which is the order in which rows were committed
/// @param jti the number of the message; empty when the row is about none
/// @param consents on which it was decided
/// @param ended the consent that it ends; empty when it ends none
/// @param nonce the hash of its leaf as a key binding names it
record LogLine(
    long index,
    String kind,
    String jti,
    String transaction,
    String parcel,
    Set<String> consents,
    String ended,
    String nonce) {
  /// What is versnipperd before it was confirmed was handed over, and stopped before it came again.
  private static final Set<String> ENDS = Set.of("niet-uitgereikt", "vervallen", "versnipperd");

  /// Copies its set.
  LogLine {
    consents = Set.copyOf(consents);
  }

  static LogLine of(LogRows.Row row) {
    var withdrawal = row.kind().equals("intrekking");
    return new LogLine(
        row.index(),
        row.kind(),
        row.text("jti"),
        row.text("transactie"),
        row.text("pakket"),
        consents(row.detail()),
        withdrawal ? row.text("toestemming") : "",
        row.nonce());
  }

  /// The consents on which this was decided, without the state in which each was read.
  private static Set<String> consents(JsonNode detail) {
    return detail
        .at("/vraag/feiten/toestemming/toestemmingen")
        .valueStream()
        .map(cited -> cited.asText().split("@", 2)[0])
        .collect(Collectors.toSet());
  }

  /// Did something of the message leave with this row?
  boolean isHandOver() {
    return kind.equals("verstrekt") || kind.equals("heruitgereikt");
  }

  /// Was somebody told no with this row, or not yet?
  boolean isRefusal() {
    return kind.equals("geweigerd") || kind.equals("aangehouden");
  }

  /// Does a parcel that was not confirmed lawfully end with this row?
  boolean isEnd() {
    return ENDS.contains(kind);
  }
}
