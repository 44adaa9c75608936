package nl.sluis.dev.chaos;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/// Messages at a steady rate, at moments that were planned, however long the answers take. One
/// thread starts and stops it.
final class Sending implements AutoCloseable {
  /// Unanswered messages at one moment; beyond that, sending more would only fill our own memory.
  private static final int UNANSWERED = 300;

  private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Pair> pairs;
  private final List<Pair> compared;
  private final RandomGenerator chance;
  private final Ledger ledger;
  private final long every;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger withheld = new AtomicInteger();
  private long planned = System.nanoTime();
  private int number;

  /// @param pairs about whom is written
  /// @param compared half of the messages are about these, for who does well is what is measured
  Sending(
      List<Pair> pairs, List<Pair> compared, int perSecond, RandomGenerator chance, Ledger ledger) {
    this.pairs = List.copyOf(pairs);
    this.compared = List.copyOf(compared);
    this.chance = chance;
    this.ledger = ledger;
    this.every = TimeUnit.SECONDS.toNanos(1) / perSecond;
    var _ = pace.scheduleAtFixedRate(this::next, 0, every, TimeUnit.NANOSECONDS);
  }

  private void next() {
    var among = number++ % 2 == 0 ? compared : pairs;
    var pair = among.get(chance.nextInt(among.size()));
    long moment = planned;
    planned += every;
    if (open.get() >= UNANSWERED) {
      withheld.incrementAndGet();
      return;
    }
    open.incrementAndGet();
    var _ = threads.submit(() -> send(pair, moment));
  }

  private void send(Pair pair, long moment) {
    try {
      ledger.watch(() -> pair.sender().send(pair, moment));
    } finally {
      open.decrementAndGet();
    }
  }

  /// Sends nothing more.
  void stop() {
    pace.shutdownNow();
  }

  /// Waits until everything was answered.
  @Override
  public void close() {
    pace.close();
    threads.close();
  }

  /// How many were not sent, because too many had no answer yet.
  int withheld() {
    return withheld.get();
  }
}
