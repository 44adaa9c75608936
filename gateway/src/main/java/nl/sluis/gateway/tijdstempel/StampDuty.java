package nl.sluis.gateway.tijdstempel;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.gateway.logbook.SignedCheckpoint;
import nl.sluis.gateway.sequencer.Duty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the newest checkpoint stamped when the last stamp is old enough: as many stamps a day as the
/// operator chose, however much goes through.
///
/// No exchange waits for it. An authority that is away is asked again after ten minutes, and is a
/// warning in the log and an event `nl.sluis.Timestamp`. For one thread.
public final class StampDuty implements Duty {
  private static final Logger LOG = LoggerFactory.getLogger(StampDuty.class);
  private static final Duration REST = Duration.ofMinutes(10);

  private final Duration every;
  private final TimestampAuthority authority;
  private final StampTable table;
  private final Logbook logbook;
  private final DataSource database;
  private Instant notBefore = Instant.MIN;

  /// @param every how long between two stamps at least
  public StampDuty(
      Duration every,
      TimestampAuthority authority,
      StampTable table,
      Logbook logbook,
      DataSource database) {
    this.every = every;
    this.authority = authority;
    this.table = table;
    this.logbook = logbook;
    this.database = database;
  }

  @Override
  public int run(Instant now) throws SQLException {
    var checkpoint = logbook.checkpoint();
    if (now.isBefore(notBefore) || checkpoint.isEmpty() || !isDue(checkpoint.get(), now)) {
      return 0;
    }
    var event = new StampEvent();
    event.begin();
    try {
      // No connection of the database is held while the outside answers.
      var note = checkpoint.get().note().getBytes(StandardCharsets.UTF_8);
      var stamp = authority.stamp(note, now);
      try (var connection = database.getConnection()) {
        table.add(connection, checkpoint.get().size(), stamp);
      }
      event.outcome = "gezet";
      return 1;
    } catch (StampFault e) {
      notBefore = now.plus(every.compareTo(REST) < 0 ? every : REST);
      event.outcome = e.reason().name();
      LOG.warn("no timestamp over the logbook: {}", e.reason().sentence());
      return 0;
    } finally {
      event.commit();
    }
  }

  private boolean isDue(SignedCheckpoint checkpoint, Instant now) throws SQLException {
    try (var connection = database.getConnection()) {
      return table
          .newest(connection)
          .filter(last -> last.size() >= checkpoint.size() || now.isBefore(last.at().plus(every)))
          .isEmpty();
    }
  }
}
