package nl.sluis.gateway.meting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.trace.Trace;

/// Measures one exchange. Its steps follow each other, each from where the one before ended.
///
/// Goes along with the thread of the request, as its [Trace] does, and from there with the work
/// that waits for its batch. Thread-safe. Where nobody began one, laps go to one that nobody reads.
public final class Watch {
  private static final ScopedValue<Watch> CURRENT = ScopedValue.newInstance();
  private static final Watch NOBODY = over();

  /// Reports of acute danger take several batches; more than this tells nothing more.
  private static final int MOST_LAPS = 40;

  private final Instant at;
  private final Trace trace;
  private final Measured.Sink sink;
  private final long began = System.nanoTime();
  private final List<Measured.Lap> laps = new ArrayList<>();
  private long last = began;
  private boolean ended;

  private Watch(Instant at, Trace trace, Measured.Sink sink) {
    this.at = at;
    this.trace = trace;
    this.sink = sink;
  }

  /// One that ended before anything: it keeps nothing.
  private static Watch over() {
    var watch = new Watch(Instant.EPOCH, Trace.begin(), Measured.Sink.NOBODY);
    watch.end(Outcome.ONJUIST, Road.GEEN, Optional.empty());
    return watch;
  }

  /// Begins one.
  ///
  /// @param at what time it is
  /// @param sink hears once how it ended
  public static Watch begin(Instant at, Trace trace, Measured.Sink sink) {
    return new Watch(at, trace, sink);
  }

  /// The watch of what runs now.
  public static Watch current() {
    return CURRENT.isBound() ? CURRENT.get() : NOBODY;
  }

  /// Runs this while it is measured.
  public void run(Runnable work) {
    ScopedValue.where(CURRENT, this).run(work);
  }

  /// This step ends now.
  public void lap(Stage stage) {
    lap(stage, System.nanoTime());
  }

  /// This step ended then.
  ///
  /// @param until by [System#nanoTime]
  public synchronized void lap(Stage stage, long until) {
    if (!ended && laps.size() < MOST_LAPS) {
      laps.add(new Measured.Lap(stage, last - began, Math.max(0, until - last)));
    }
    last = until;
  }

  /// The exchange ended; only the first time counts.
  public void end(Outcome outcome, Road road, Optional<UUID> transaction) {
    Measured measured;
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      var nanos = System.nanoTime() - began;
      measured = new Measured(at, trace, transaction, outcome, road, laps, nanos);
    }
    sink.ended(measured);
  }
}
