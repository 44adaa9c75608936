package nl.sluis.gateway.sequencer;

import java.util.List;
import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/// The clock of one batch for the flight recorder of the JDK; costs nothing when nobody records.
///
/// Holds counts and times only. Used by one thread.
@Name("nl.sluis.Batch")
@Label("Batch of the sequencer")
@Category("Sluis")
@StackTrace(false)
final class BatchEvent extends Event {
  @Label("Works in the batch")
  int works;

  @Label("Time that its works waited, added up")
  @Timespan
  long queued;

  @Timespan long resolve;
  @Timespan long lock;
  @Timespan long read;
  @Timespan long plan;
  @Timespan long append;
  @Timespan long write;
  @Timespan long durable;

  private long last = System.nanoTime();

  /// Notes what was taken into the batch, and how long that had waited.
  void took(List<Pending<?>> batch) {
    works = batch.size();
    if (isEnabled()) {
      queued = batch.stream().mapToLong(work -> last - work.submitted()).sum();
    }
  }

  /// The time since the last lap.
  long lap() {
    var now = System.nanoTime();
    var lap = now - last;
    last = now;
    return lap;
  }
}
