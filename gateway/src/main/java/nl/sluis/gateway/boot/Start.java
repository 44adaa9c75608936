package nl.sluis.gateway.boot;

import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import nl.sluis.gateway.getuige.Contradicted;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A gateway from its start on: whole when its database is there, and otherwise open for acute
/// danger only until the database comes, and then whole by itself. A logbook that its witnesses
/// contradict is as a database that is away: nothing is added to it. One thread starts and stops
/// it.
public final class Start implements AutoCloseable, Running.Stoppable {
  private static final Logger LOG = LoggerFactory.getLogger(Start.class);
  private static final long PAUSE_NANOS = 1_000_000_000L;
  private static final long LONG_PAUSE_NANOS = 60 * PAUSE_NANOS;

  private final Settings settings;
  private final InstantSource clock;
  private @Nullable Gateway gateway;
  private @Nullable DangerDoor danger;
  private volatile boolean stopped;
  private volatile String told = "";

  private Start(Settings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /// Starts one.
  ///
  /// @throws IllegalStateException when something an operator must mend stands in the way
  public static Start of(Settings settings, InstantSource clock) throws SQLException, IOException {
    var start = new Start(settings, clock);
    try {
      start.gateway = Wiring.build(settings, clock).start();
    } catch (SQLException | RuntimeException e) {
      if (!isAway(e) && !(e instanceof Contradicted)) {
        throw e;
      }
      start.tell(e);
      start.danger = DangerDoor.open(settings, clock);
      Thread.ofPlatform().name("start").daemon().start(start::untilWhole);
    }
    return start;
  }

  /// Is it open for acute danger and nothing else?
  public synchronized boolean isOpenForDangerOnly() {
    return danger != null;
  }

  /// Nobody answers there, it is starting or stopping, or it lets nobody in: it may be there soon.
  private static boolean isAway(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        var state = sql.getSQLState();
        return state.startsWith("08") || state.startsWith("57P") || state.equals("55000");
      }
    }
    return false;
  }

  private void untilWhole() {
    while (!stopped && !isWhole()) {
      LockSupport.parkNanos(told.isEmpty() ? PAUSE_NANOS : LONG_PAUSE_NANOS);
    }
  }

  private synchronized boolean isWhole() {
    if (stopped) {
      return true;
    }
    try {
      var built = Wiring.build(settings, clock);
      // One after the other: both use the same door and the same waiting room.
      if (danger != null) {
        danger.close();
        danger = null;
      }
      gateway = built.start();
      LOG.info("the database is back: open for everything");
      return true;
    } catch (SQLException | IOException | RuntimeException e) {
      tell(e);
      return false;
    }
  }

  /// Once: what an operator must mend does not go away by trying.
  private void tell(Exception e) {
    // The message of a witness names sizes and nothing else.
    var why =
        e instanceof Contradicted ? String.valueOf(e.getMessage()) : e.getClass().getSimpleName();
    if (!isAway(e) && !why.equals(told)) {
      LOG.error("the database is there, and this gateway cannot open for everything: {}", why);
      told = why;
    }
  }

  @Override
  public synchronized void close() {
    stopped = true;
    if (danger != null) {
      danger.close();
    }
    if (gateway != null) {
      gateway.close();
    }
  }
}
