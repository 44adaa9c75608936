package nl.sluis.gateway.aflevering;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;
import nl.sluis.gateway.fsc.Carried;
import nl.sluis.gateway.peer.Delivery;
import nl.sluis.gateway.peer.Partner;
import nl.sluis.gateway.peer.PartnerRegister;
import nl.sluis.gateway.postbus.Postbus;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.gateway.trace.Trace;
import nl.sluis.policies.terms.Oin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings parcels to the doors of those who asked for that, each receiver in a lane of its own, so
/// that one that is slow or away delays nobody else.
///
/// Reports of acute danger are not here: they have a road of their own, which shares nothing with
/// this one. What nobody brings waits in the postbus, whatever happens here; no decision depends on
/// it. Thread-safe; it runs on a thread of its own from [#start] until [#close].
public final class Dispatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration BLINK = Duration.ofMillis(20);
  private static final Duration ENDING = Duration.ofSeconds(25);
  private static final long BETWEEN_SAYING = Duration.ofSeconds(2).toNanos();
  private static final int STEP = 200;
  private static final int BETWEEN_CLEARING = 30;

  /// How many may be on their way in all, and how many of those may go to receivers that fail.
  private static final int MOST = 64;

  private static final int MOST_FAILING = 32;

  private final Parts parts;
  private final Deliveries deliveries;
  private final Endings endings;
  private final Bringer bringer;
  private final Arrivals arrivals;
  private final ReentrantLock rounds = new ReentrantLock();
  private final Semaphore woken = new Semaphore(0);
  private final Map<Oin, Lane> lanes = new HashMap<>();
  private final Thread thread;
  private final Set<Claim> underWay = new HashSet<>();
  private long said = System.nanoTime();
  private volatile boolean open = true;

  /// What bringing needs.
  ///
  /// @param partners know who has parcels brought, and where to
  /// @param postbus decides and hands over
  /// @param tasks where a receiver finds that its door does not work
  /// @param lines how each receiver is called: with the certificate of Sluis, and trusting nobody
  ///   but that receiver
  /// @param random spreads attempts in time
  public record Parts(
      String region,
      PartnerRegister partners,
      Postbus postbus,
      Sequencer sequencer,
      DataSource database,
      Tasks tasks,
      Function<Oin, SSLContext> lines,
      RandomGenerator random,
      InstantSource clock) {}

  /// @param parts what bringing needs
  public Dispatcher(Parts parts) {
    this.parts = parts;
    this.deliveries = new Deliveries(parts.region());
    this.endings = new Endings(deliveries, parts.tasks());
    this.bringer =
        new Bringer(
            new Bringer.Parts(
                parts.postbus(),
                parts.sequencer(),
                parts.database(),
                deliveries,
                parts.partners(),
                parts.lines(),
                new Backoff(parts.random()),
                Line.Times.STANDARD,
                new Carried(parts.region()),
                parts.clock()),
            endings);
    this.arrivals = new Arrivals(parts.region(), parts.postbus().bell());
    this.thread = Thread.ofVirtual().name("aflevering").unstarted(this::run);
    parts.postbus().bell().hear(this::wake);
  }

  /// Begins to bring.
  public void start() {
    thread.start();
  }

  /// Brings to one receiver what may go now, and waits for that and for nobody else's.
  ///
  /// @return whether all of it is done; false when it takes longer than this
  public boolean bringNow(Oin receiver, Duration atMost) throws SQLException {
    var end = System.nanoTime() + atMost.toNanos();
    while (System.nanoTime() < end) {
      if (isIdle(receiver)) {
        round(parts.clock().instant());
        if (isIdle(receiver)) {
          return true;
        }
      }
      LockSupport.parkNanos(BLINK.toNanos());
    }
    return false;
  }

  private synchronized boolean isIdle(Oin receiver) {
    return lane(receiver).isIdle();
  }

  /// How many parcels are on their way now, from this gateway; for the operators.
  public synchronized int underWay() {
    return underWay.size();
  }

  private void wake() {
    woken.drainPermits();
    woken.release();
  }

  private void run() {
    int done = 0;
    while (open) {
      try {
        stayOnTheWay();
        round(parts.clock().instant());
        if (done++ % BETWEEN_CLEARING == 0) {
          clear();
        }
        // Whatever rings meanwhile is one round.
        LockSupport.parkNanos(BLINK.toNanos());
        var _ = woken.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (SQLException e) {
        LOG.debug("parcels wait for the database: sqlstate {}", e.getSQLState());
        LockSupport.parkNanos(PAUSE.toNanos());
      } catch (RuntimeException e) {
        LOG.error("parcels could not be brought: {}", e.getClass().getSimpleName());
        LockSupport.parkNanos(PAUSE.toNanos());
      } catch (InterruptedException _) {
        open = false;
      }
    }
  }

  /// Says of what is on its way from here that it still is.
  private void stayOnTheWay() throws SQLException {
    if (System.nanoTime() - said < BETWEEN_SAYING) {
      return;
    }
    said = System.nanoTime();
    var ours = claims();
    if (!ours.isEmpty()) {
      try (var connection = parts.database().getConnection()) {
        var _ = deliveries.extend(connection, ours, parts.clock().instant());
      }
    }
  }

  private synchronized List<Claim> claims() {
    return List.copyOf(underWay);
  }

  /// Sets out with all that may go now.
  private void round(Instant now) throws SQLException {
    rounds.lock();
    try {
      setOut(now);
    } finally {
      rounds.unlock();
    }
  }

  private void setOut(Instant now) throws SQLException {
    var doors =
        parts.partners().all().stream()
            .filter(partner -> partner.delivery() instanceof Delivery.Push)
            .collect(Collectors.toMap(Partner::oin, p -> (Delivery.Push) p.delivery()));
    if (doors.isEmpty() && parts.postbus().bell().receivers().isEmpty()) {
      return;
    }
    try (var connection = parts.database().getConnection()) {
      arrivals.look(connection);
      if (doors.isEmpty()) {
        return;
      }
      var _ = deliveries.enrol(connection, doors.keySet(), now);
      for (var receiver : inOrder(deliveries.due(connection, doors.keySet(), now))) {
        setOut(connection, receiver, doors, now);
      }
    }
  }

  private void setOut(
      Connection connection, Oin receiver, Map<Oin, Delivery.Push> doors, Instant now)
      throws SQLException {
    var door = doors.get(receiver);
    var free = free(receiver);
    if (door != null && free > 0) {
      deliveries
          .claim(connection, receiver, free, now)
          .forEach(claim -> setOut(receiver, claim, door));
    }
  }

  /// Who answers goes before who does not.
  private synchronized List<Oin> inOrder(List<Oin> receivers) {
    return receivers.stream()
        .sorted(Comparator.comparing((Oin oin) -> lane(oin).isFailing()).thenComparing(Oin::value))
        .toList();
  }

  private Lane lane(Oin receiver) {
    return lanes.computeIfAbsent(receiver, _ -> new Lane());
  }

  private synchronized int free(Oin receiver) {
    var lane = lane(receiver);
    var most = lane.isFailing() ? MOST_FAILING : MOST;
    return open ? Math.min(lane.free(), Math.max(0, most - underWay.size())) : 0;
  }

  private synchronized void setOut(Oin receiver, Claim claim, Delivery.Push door) {
    lane(receiver).leaves();
    underWay.add(claim);
    Thread.ofVirtual()
        .name("aflevering-onderweg")
        .start(() -> Trace.begin().run(() -> bring(receiver, claim, door)));
  }

  private void bring(Oin receiver, Claim claim, Delivery.Push door) {
    var well = false;
    try {
      well = bringer.bring(claim, door);
    } finally {
      back(receiver, claim, well);
      wake();
    }
  }

  private synchronized void back(Oin receiver, Claim claim, boolean well) {
    lane(receiver).back(well);
    underWay.remove(claim);
    notifyAll();
  }

  /// Clears away what is not to be brought any more, because its receiver came for it or its time
  /// is over.
  private void clear() throws SQLException {
    List<UUID> over;
    try (var connection = parts.database().getConnection()) {
      over = deliveries.over(connection, STEP);
    }
    for (var id : over) {
      var parcel = parts.postbus().find(id);
      if (parcel.isPresent()) {
        var _ = parts.sequencer().all(List.of(endings.over(parcel.get())));
      }
    }
  }

  /// Sets out with nothing any more, and waits for what is on its way; what does not come back is
  /// taken up by another gateway, or at the next start.
  @Override
  public void close() {
    open = false;
    wake();
    try {
      if (thread.isAlive()) {
        var _ = thread.join(ENDING);
      }
      awaitAll();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitAll() throws InterruptedException {
    var end = System.nanoTime() + ENDING.toNanos();
    while (!areAllBack() && System.nanoTime() < end) {
      try {
        stayOnTheWay();
      } catch (SQLException e) {
        LOG.debug("what is on its way cannot be said: sqlstate {}", e.getSQLState());
      }
    }
  }

  /// Whether everything is back, after waiting a moment for it.
  private synchronized boolean areAllBack() throws InterruptedException {
    var end = System.nanoTime() + PAUSE.toNanos();
    while (!underWay.isEmpty() && System.nanoTime() < end) {
      wait(PAUSE.toMillis());
    }
    return underWay.isEmpty();
  }
}
