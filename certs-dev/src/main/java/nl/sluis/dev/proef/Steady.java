package nl.sluis.dev.proef;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.sluis.dev.rig.Caller;
import nl.sluis.dev.rig.Signals;

/// Ordinary messages at a steady rate, however long the answers take. One thread starts and stops
/// it.
final class Steady implements AutoCloseable {
  /// Unanswered messages at one moment; beyond that, sending more would only fill our own memory.
  private static final int UNANSWERED = 2_000;

  private final ScheduledExecutorService pace = Executors.newScheduledThreadPool(2);
  private final List<Caller> gateways;
  private final Signals signals;
  private final int children;
  private final AtomicInteger number = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private final Map<Integer, Integer> outcomes = new ConcurrentHashMap<>();
  private final long began = System.nanoTime();
  private long ended;

  private Steady(List<Caller> gateways, Signals signals, int children) {
    this.gateways = List.copyOf(gateways);
    this.signals = signals;
    this.children = children;
  }

  /// Sends so many a second from now on, in turn to each gateway.
  static Steady start(int perSecond, List<Caller> gateways, Signals signals, int children) {
    var made = new Steady(gateways, signals, children);
    var every = TimeUnit.SECONDS.toNanos(1) / perSecond;
    var _ = made.pace.scheduleAtFixedRate(made::send, 0, every, TimeUnit.NANOSECONDS);
    return made;
  }

  private void send() {
    if (open.get() >= UNANSWERED) {
      return;
    }
    int turn = number.getAndIncrement();
    open.incrementAndGet();
    var bytes =
        signals.message("kind-" + turn % children).text().getBytes(StandardCharsets.US_ASCII);
    var _ =
        gateways
            .get(turn % gateways.size())
            .send(bytes)
            .whenComplete(
                (seen, fault) -> {
                  outcomes.merge(fault == null ? seen.status() : 0, 1, Integer::sum);
                  open.decrementAndGet();
                });
  }

  /// Sends nothing more.
  void stop() {
    pace.shutdownNow();
    ended = System.nanoTime();
  }

  /// How many were sent in a second.
  double rate() {
    return number.get() / ((ended - began) / 1e9);
  }

  /// How often each status came; 0 for a line that broke.
  Map<Integer, Integer> outcomes() {
    return new TreeMap<>(outcomes);
  }

  @Override
  public void close() {
    pace.shutdownNow();
  }
}
