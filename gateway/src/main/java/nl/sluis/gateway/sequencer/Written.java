package nl.sluis.gateway.sequencer;

import java.util.List;
import java.util.function.IntFunction;
import nl.sluis.gateway.logbook.Logged;

/// Proof that the rows of one work are in the logbook and durable.
///
/// @param rows its rows, in the order of its plan
/// @param receipts the receipt of each row, by its place in `rows`
public record Written(List<Logged> rows, IntFunction<String> receipts) {
  /// The receipt of the only or first row.
  public String receipt() {
    return receipts.apply(0);
  }

  /// The first row.
  public Logged row() {
    return rows.getFirst();
  }
}
