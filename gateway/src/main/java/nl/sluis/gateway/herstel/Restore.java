package nl.sluis.gateway.herstel;

import java.time.Instant;
import java.util.UUID;
import nl.sluis.gateway.logbook.OpenedCheckpoint;

/// A backup that was put back: the rows that others had seen under the name before, and that are
/// not there. Immutable.
///
/// @param id by which its rows in the logbook name it
/// @param from the first row that is missing, from 0; so many rows there were in the backup
/// @param seen the largest tree that others saw; its size is one more than the last missing row
/// @param before under which name that was signed, such as `sluis.example/kennemerland`
/// @param name under which the logbook goes on
/// @param halt by which what rests on consent stands still
/// @param at when it was put on record
public record Restore(
    UUID id, long from, OpenedCheckpoint seen, String before, String name, UUID halt, Instant at) {
  /// @throws IllegalArgumentException when no row is missing
  public Restore {
    if (from < 0 || seen.size() <= from) {
      throw new IllegalArgumentException("a restore misses at least one row");
    }
  }

  /// How many rows are missing.
  public long missing() {
    return seen.size() - from;
  }

  /// Is this one of them?
  public boolean misses(long row) {
    return row >= from && row < seen.size();
  }
}
