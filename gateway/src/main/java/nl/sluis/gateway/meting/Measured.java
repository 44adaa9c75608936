package nl.sluis.gateway.meting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.trace.Trace;

/// What there is to tell of the time that one exchange took. It knows no partner, no purpose and no
/// person: what cannot be kept cannot be read. Immutable.
///
/// @param at when it was taken up
/// @param trace on which it was asked
/// @param transaction our number of it; empty when there was nothing to decide
/// @param outcome how it ended
/// @param road which way it went
/// @param laps its steps, in order
/// @param nanos from its first byte read to its answer known
public record Measured(
    Instant at,
    Trace trace,
    Optional<UUID> transaction,
    Outcome outcome,
    Road road,
    List<Lap> laps,
    long nanos) {
  /// Copies its list.
  public Measured {
    laps = List.copyOf(laps);
  }

  /// One step.
  ///
  /// @param stage which
  /// @param from nanoseconds after the exchange was taken up
  /// @param nanos how long it took
  public record Lap(Stage stage, long from, long nanos) {}

  /// Takes what was measured; it may not wait and may not fail.
  @FunctionalInterface
  public interface Sink {
    /// Nobody looks.
    Sink NOBODY = _ -> {};

    /// One exchange ended.
    void ended(Measured measured);
  }
}
