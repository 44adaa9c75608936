package nl.sluis.gateway.boot;

import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A gateway from its start on: whole when its database is there, and otherwise open for acute
/// danger only until the database comes, and then whole by itself. One thread starts and stops it.
public final class Start implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Start.class);
  private static final long PAUSE_NANOS = 1_000_000_000L;

  private final Settings settings;
  private final InstantSource clock;
  private @Nullable Gateway gateway;
  private @Nullable DangerDoor danger;
  private volatile boolean stopped;

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
    } catch (SQLException e) {
      if (!isAway(e)) {
        throw e;
      }
      start.danger = DangerDoor.open(settings, clock);
      Thread.ofPlatform().name("start").daemon().start(start::untilWhole);
    }
    return start;
  }

  /// Nobody answers there, it is starting or stopping, or it lets nobody in: it may be there soon.
  private static boolean isAway(SQLException e) {
    var state = e.getSQLState() == null ? "" : e.getSQLState();
    return state.startsWith("08") || state.startsWith("57P") || state.equals("55000");
  }

  private void untilWhole() {
    while (!stopped && !isWhole()) {
      LockSupport.parkNanos(PAUSE_NANOS);
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
      LOG.debug("not whole yet: {}", e.getClass().getSimpleName());
      return false;
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
