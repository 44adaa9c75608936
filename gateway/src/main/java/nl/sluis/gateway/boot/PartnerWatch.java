package nl.sluis.gateway.boot;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import nl.sluis.gateway.aansluiting.PartnerBook;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears from the database that something changed about partners, so that a door shuts or opens on
/// every gateway at once and not at the next look. One thread of its own; one other starts and
/// stops it.
final class PartnerWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PartnerWatch.class);
  private static final int LISTEN_MILLIS = 5_000;
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final Settings.Database settings;
  private final Gateway.Following look;
  private final AtomicReference<@Nullable Connection> line = new AtomicReference<>();
  private final Thread thread = Thread.ofPlatform().name("partners").daemon().unstarted(this::run);
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile boolean closed;

  /// @param look what reads everything about partners again
  PartnerWatch(Settings.Database settings, Gateway.Following look) {
    this.settings = settings;
    this.look = look;
  }

  void start() {
    thread.start();
  }

  private void run() {
    while (!closed) {
      try {
        listen();
      } catch (SQLException e) {
        LOG.debug("waits for the database: sqlstate {}", e.getSQLState());
      } catch (RuntimeException e) {
        LOG.error("partners could not be read again: {}", e.getClass().getSimpleName());
      }
      rest();
    }
  }

  private void listen() throws SQLException {
    var user = settings.gateway();
    try (var connection =
            DriverManager.getConnection(settings.url(), user.user(), user.password());
        var statement = connection.createStatement()) {
      line.set(connection);
      statement.execute("listen " + PartnerBook.CHANNEL);
      // What changed while nobody listened.
      look.refresh(connection);
      var postgres = connection.unwrap(PGConnection.class);
      while (!closed) {
        if (postgres.getNotifications(LISTEN_MILLIS).length > 0) {
          look.refresh(connection);
        }
      }
    }
  }

  private void rest() {
    try {
      var _ = stop.await(AGAIN.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
    stop.countDown();
    thread.interrupt();
    var connection = line.get();
    if (connection != null) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException e) {
        LOG.debug("the line was gone: sqlstate {}", e.getSQLState());
      }
    }
  }
}
