package nl.sluis.dev.duur;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/// Exchanges that begin at the moments of a plan, one every so many nanoseconds, however long the
/// answers take. One thread runs it, once.
final class OpenLoop {
  /// Beyond this nothing new is begun: what should have begun counts as failed.
  private static final int MOST_OPEN = 20_000;

  private static final int AHEAD = 500;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

  private final Function<byte[], CompletableFuture<String>> exchange;
  private final Waits waits;
  private final long every;
  private final AtomicInteger open = new AtomicInteger();
  private final BlockingQueue<byte[]> signed = new ArrayBlockingQueue<>(AHEAD);
  private final Thread signer;

  /// @param exchange begins one with this message, and ends with what went wrong; empty when
  ///   nothing did
  /// @param messages makes the next message; called by one thread, ahead of the plan
  /// @param waits hears how long each took
  /// @param perSecond how many begin in a second
  OpenLoop(
      Function<byte[], CompletableFuture<String>> exchange,
      Supplier<byte[]> messages,
      Waits waits,
      double perSecond) {
    this.exchange = exchange;
    this.waits = waits;
    this.every = (long) (1e9 / perSecond);
    this.signer = Thread.ofPlatform().name("ondertekenen").unstarted(() -> sign(messages));
  }

  private void sign(Supplier<byte[]> messages) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        signed.put(messages.get());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Runs for so long, and waits until what was begun is over.
  ///
  /// @param began when the plan begins, on the clock of [System#nanoTime]
  /// @return how many were planned
  long run(long began, long nanos) throws InterruptedException {
    signer.start();
    long number = 0;
    for (long planned = 0; planned < nanos; planned = ++number * every) {
      long left;
      while ((left = began + planned - System.nanoTime()) > 0) {
        LockSupport.parkNanos(left);
      }
      begin(began, planned);
    }
    signer.interrupt();
    await();
    return number;
  }

  private void begin(long began, long planned) throws InterruptedException {
    var message = signed.take();
    if (open.incrementAndGet() > MOST_OPEN) {
      open.decrementAndGet();
      waits.add(planned, 0, "niet begonnen: te veel open");
      return;
    }
    var _ =
        exchange
            .apply(message)
            .whenComplete(
                (fault, thrown) -> {
                  var said = thrown == null ? fault : thrown.getClass().getSimpleName();
                  waits.add(planned, System.nanoTime() - began - planned, said);
                  open.decrementAndGet();
                });
  }

  private void await() {
    var deadline = System.nanoTime() + PATIENCE_NANOS;
    while (open.get() > 0 && System.nanoTime() < deadline) {
      LockSupport.parkNanos(1_000_000);
    }
  }
}
