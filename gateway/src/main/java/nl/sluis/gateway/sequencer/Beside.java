package nl.sluis.gateway.sequencer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.trace.Crossing;

/// What is written beside the rows of the logbook, in the same transaction: for others, in their
/// words. What it cannot write, nothing of the batch becomes true.
///
/// Called by one thread, with the head of the logbook locked when there are rows; it must not lock
/// anything that somebody holds who waits for that head.
public interface Beside {
  /// Writes it.
  ///
  /// @param made each work of the batch, in order
  /// @param at the instant of the batch
  void write(Connection tx, List<Made> made, Instant at) throws SQLException;

  /// One work.
  ///
  /// @param crossing the request in which it was asked for, if a partner's was
  /// @param rows its rows, as they are in the logbook but for their kind and time
  record Made(Optional<Crossing> crossing, List<Entry> rows) {
    /// Copies its list.
    public Made {
      rows = List.copyOf(rows);
    }
  }
}
