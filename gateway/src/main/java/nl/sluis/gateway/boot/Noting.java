package nl.sluis.gateway.boot;

import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import nl.sluis.gateway.peer.SightingTable;
import nl.sluis.gateway.peer.Sightings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down every half minute which partners were at the door; nothing waits for it, and what a
/// gateway that falls over did not write is no loss to anybody.
final class Noting implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Noting.class);
  private static final long SECONDS = 30;

  private final Sightings sightings;
  private final SightingTable table;
  private final DataSource database;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("gezien").factory());

  Noting(Sightings sightings, String region, DataSource database) {
    this.sightings = sightings;
    this.table = new SightingTable(region);
    this.database = database;
  }

  Sightings sightings() {
    return sightings;
  }

  void start() {
    var _ = timer.scheduleWithFixedDelay(this::note, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  /// Writes down what was seen since.
  void note() {
    try {
      var seen = sightings.take();
      if (!seen.isEmpty()) {
        try (var connection = database.getConnection()) {
          table.add(connection, seen);
        }
      }
    } catch (SQLException e) {
      LOG.warn("who was at the door is not written down: sqlstate {}", e.getSQLState());
    } catch (RuntimeException e) {
      // Otherwise the timer would stop.
      LOG.error("who was at the door is not written down", e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    note();
  }
}
