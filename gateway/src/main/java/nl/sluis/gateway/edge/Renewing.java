package nl.sluis.gateway.edge;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.sluis.gateway.peer.CrlStore;
import nl.sluis.gateway.peer.Revocation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what authorities took back fresh, apart from the doors: an address that is slow MUST NOT
/// hold up the reading of files.
///
/// Thread-safe. What is wrong is said in the log when it changes, with address, issuer and age.
public final class Renewing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Renewing.class);

  private final Revocation revocation;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("intrekking").factory());
  private List<CrlStore.Fault> said = List.of();

  /// @param revocation what is kept fresh
  public Renewing(Revocation revocation) {
    this.revocation = revocation;
  }

  /// Looks again and again whether something is due, until closed.
  public void every(Duration interval) {
    var nanos = interval.toNanos();
    var _ = timer.scheduleWithFixedDelay(this::look, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  /// Fetches and asks now what is due. Waits; MUST NOT run on an event loop.
  public synchronized void look() {
    try {
      var faults = revocation.renew();
      if (!faults.isEmpty() && !faults.equals(said)) {
        faults.forEach(f -> LOG.warn("not taken over: `{}` {}", f.file(), f.problem()));
      }
      said = faults;
    } catch (RuntimeException e) {
      // Otherwise the timer would stop, and nobody would hear of a revoked certificate again.
      LOG.error("what authorities took back could not be renewed", e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
