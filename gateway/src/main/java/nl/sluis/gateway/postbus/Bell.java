package nl.sluis.gateway.postbus;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.sluis.policies.terms.Oin;

/// Tells whoever waits for a receiver's parcels that there may be one. It knows of nothing but that
/// a receiver was named: what there is, and for whom, is asked of the database as always.
///
/// Who waits costs a thread of no weight and no connection. Ringing too often or for nothing is
/// harmless; what another gateway accepted is looked up for all who wait at once, each second. May
/// be shared between threads.
public final class Bell {
  private final Map<Oin, Set<Waiting>> waiting = new HashMap<>();
  private final CopyOnWriteArrayList<Runnable> hearers = new CopyOnWriteArrayList<>();
  private volatile boolean silent;

  /// Somebody who waits for parcels of one receiver, from before looking what there is.
  public final class Waiting implements AutoCloseable {
    private final Oin receiver;
    private final Semaphore rung = new Semaphore(0);

    private Waiting(Oin receiver) {
      this.receiver = receiver;
    }

    /// Waits until it rings, and not longer than this. What rang since the last time counts.
    ///
    /// @return false when it did not ring
    public boolean await(Duration atMost) {
      try {
        var rang = rung.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
        rung.drainPermits();
        return rang;
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    /// Waits no longer.
    @Override
    public void close() {
      left(this);
    }
  }

  /// Begins to wait.
  public Waiting listen(Oin receiver) {
    var one = new Waiting(receiver);
    synchronized (waiting) {
      waiting.computeIfAbsent(receiver, _ -> new HashSet<>()).add(one);
    }
    if (silent) {
      one.rung.release();
    }
    return one;
  }

  private void left(Waiting one) {
    synchronized (waiting) {
      var all = waiting.get(one.receiver);
      if (all != null && all.remove(one) && all.isEmpty()) {
        waiting.remove(one.receiver);
      }
    }
  }

  /// There may be something for this receiver.
  public void ring(Oin receiver) {
    synchronized (waiting) {
      waiting.getOrDefault(receiver, Set.of()).forEach(one -> one.rung.release());
    }
    hearers.forEach(Runnable::run);
  }

  /// For whom somebody waits now.
  public Set<Oin> receivers() {
    synchronized (waiting) {
      return Set.copyOf(waiting.keySet());
    }
  }

  /// Lets this run, at once and shortly, whenever it rings for anybody.
  public void hear(Runnable hearer) {
    hearers.add(hearer);
  }

  /// Is nobody to wait any more, because this gateway stops?
  public boolean isSilent() {
    return silent;
  }

  /// Wakes everybody for the last time.
  public void silence() {
    silent = true;
    synchronized (waiting) {
      waiting.values().forEach(all -> all.forEach(one -> one.rung.release()));
    }
  }
}
