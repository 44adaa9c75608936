package nl.sluis.gateway.sequencer;

import java.util.List;
import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import nl.sluis.gateway.meting.Stage;

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
  private long began;

  /// Notes what was taken into the batch, and how long that had waited.
  void took(List<Pending<?>> batch) {
    works = batch.size();
    began = last;
    if (isEnabled()) {
      queued = batch.stream().mapToLong(work -> last - work.submitted()).sum();
    }
  }

  /// Tells each of these what it went through.
  void tell(List<Pending<?>> batch) {
    long decided = began + lock + read + plan;
    long recorded = decided + append + write;
    for (var work : batch) {
      var watch = work.watch();
      watch.lap(Stage.WACHTEN, began);
      watch.lap(Stage.BESLUIT, decided);
      watch.lap(Stage.VASTLEGGING, recorded);
      watch.lap(Stage.BEVESTIGING, recorded + durable);
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
