package nl.sluis.gateway.edge;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Oin;

/// Gives every partner a share of this gateway, and none the share of another: a bucket of
/// requests, a bucket of messages for each lane, and a number of requests under way.
///
/// Thread-safe. What is refused here costs a look in a table, no signature and no database. A
/// report of acute danger MUST NOT come here (P5).
public final class Shares {
  /// With more buckets than this, those that are full again are forgotten: they say nothing.
  private static final int MANY = 10_000;

  private static final Duration SOON = Duration.ofSeconds(1);

  private final Tempo tempo;
  private final LongSupplier nanos;
  private final Map<Whose, Bucket> buckets = new ConcurrentHashMap<>();
  private final Map<Oin, AtomicInteger> underWay = new ConcurrentHashMap<>();
  private final Map<Oin, LongAdder> refused = new ConcurrentHashMap<>();

  /// @param lane empty for requests that are no messages
  private record Whose(Oin partner, Optional<Lane> lane) {}

  /// A place of one request; MUST be closed when it was answered.
  public interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /// By the clock of this machine.
  public Shares(Tempo tempo) {
    this(tempo, System::nanoTime);
  }

  /// @param nanos a clock that only runs on
  Shares(Tempo tempo, LongSupplier nanos) {
    this.tempo = tempo;
    this.nanos = nanos;
  }

  /// Takes a place among what is under way.
  ///
  /// @throws TooMuch when this partner has as many as it may
  public Place enter(Oin partner) {
    var count = underWay.computeIfAbsent(partner, _ -> new AtomicInteger());
    if (count.incrementAndGet() > tempo.atOnce()) {
      count.decrementAndGet();
      throw refuse(partner, SOON);
    }
    return count::decrementAndGet;
  }

  /// Takes one request that is no message.
  ///
  /// @throws TooMuch when the share of this partner is used up
  public void take(Oin partner) {
    take(new Whose(partner, Optional.empty()), tempo.requests());
  }

  /// Takes one message in this lane.
  ///
  /// @throws TooMuch when the share of this partner in this lane is used up
  public void take(Oin partner, Lane lane) {
    take(new Whose(partner, Optional.of(lane)), tempo.lane(lane));
  }

  /// How many requests of each partner were refused since the start.
  public Map<Oin, Long> refused() {
    var counts = new ConcurrentHashMap<Oin, Long>();
    refused.forEach((partner, count) -> counts.put(partner, count.sum()));
    return Map.copyOf(counts);
  }

  private void take(Whose whose, Tempo.Rate rate) {
    if (buckets.size() > MANY) {
      long now = nanos.getAsLong();
      buckets.values().removeIf(bucket -> bucket.isFull(now));
    }
    var bucket = buckets.computeIfAbsent(whose, _ -> new Bucket(rate, nanos.getAsLong()));
    long wait = bucket.take(nanos.getAsLong());
    if (wait > 0) {
      throw refuse(whose.partner(), Duration.ofNanos(wait));
    }
  }

  private TooMuch refuse(Oin partner, Duration wait) {
    refused.computeIfAbsent(partner, _ -> new LongAdder()).increment();
    return new TooMuch(wait);
  }

  /// Fills at its rate, up to its burst.
  private static final class Bucket {
    private static final double SECOND = 1e9;

    private final Tempo.Rate rate;
    private double content;
    private long last;

    Bucket(Tempo.Rate rate, long now) {
      this.rate = rate;
      this.content = rate.burst();
      this.last = now;
    }

    private void fill(long now) {
      var gained = Math.max(0, now - last) / SECOND * rate.perSecond();
      content = Math.min(rate.burst(), content + gained);
      last = now;
    }

    /// @return 0 when one was taken, otherwise after how many nanoseconds one may be
    synchronized long take(long now) {
      fill(now);
      if (content >= 1) {
        content -= 1;
        return 0;
      }
      return Math.max(1, (long) ((1 - content) / rate.perSecond() * SECOND));
    }

    synchronized boolean isFull(long now) {
      fill(now);
      return content >= rate.burst();
    }
  }
}
