package nl.sluis.gateway.wissen;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finishes what was decided: first the rows `gewist`, then the key, then the rest.
///
/// In that order a crash at any moment leaves nothing unreadable that is not accounted for, and
/// nothing readable or standing once the erasure is done; every step may be repeated, and done by two
/// gateways at once. One thread at a time.
public final class ErasureDuty implements Duty {
  private static final Logger LOG = LoggerFactory.getLogger(ErasureDuty.class);
  private static final int MOST = 20;
  private static final Duration LOOK_AGAIN = Duration.ofHours(6);

  private final Erasures erasures;
  private final Eraser eraser;
  private final DeadKeys dead;
  private final DataSource database;
  private final Sequencer sequencer;
  private Instant nextLook = Instant.MIN;

  /// @param database connections of the gateway, for what it may do itself
  public ErasureDuty(
      Erasures erasures,
      Eraser eraser,
      DeadKeys dead,
      DataSource database,
      Sequencer sequencer) {
    this.erasures = erasures;
    this.eraser = eraser;
    this.dead = dead;
    this.database = database;
    this.sequencer = sequencer;
  }

  /// @return how many erasures were finished
  @Override
  public int run(Instant now) throws SQLException {
    keysThatCameBack(now);
    int done = 0;
    for (var erasure : open()) {
      try {
        done += finish(erasure) ? 1 : 0;
      } catch (SQLException | CompletionException e) {
        // What else time does must not wait for it; the next minute tries again.
        LOG.warn("an erasure could not be finished yet: {}", e.getClass().getSimpleName());
      }
    }
    return done;
  }

  private List<Erasures.Open> open() throws SQLException {
    try (var connection = database.getConnection()) {
      return erasures.open(connection, MOST);
    }
  }

  private boolean finish(Erasures.Open erasure) throws SQLException {
    sequencer.submit(new Accounting(erasures, erasure)).join();
    dead.destroy(erasure.persons().stream().map(DeadKeys::ofPerson).toList());
    long accounted;
    try (var connection = database.getConnection()) {
      accounted = erasures.listed(connection, erasure.id());
    }
    return eraser.erase(erasure, accounted);
  }

  /// A backup of the vault that was put back while we ran is noticed within hours; at a start it is
  /// noticed at once.
  private void keysThatCameBack(Instant now) throws SQLException {
    if (now.isBefore(nextLook)) {
      return;
    }
    int lived;
    try (var connection = database.getConnection()) {
      var unfinished =
          erasures.open(connection, Integer.MAX_VALUE).stream()
              .flatMap(e -> e.persons().stream())
              .map(DeadKeys::ofPerson)
              .toList();
      var finished = erasures.deadKeys(connection);
      finished.removeAll(unfinished);
      lived = dead.destroy(finished);
    }
    if (lived > 0) {
      LOG.warn("{} keys that were destroyed lived again and were destroyed again", lived);
      sequencer.submit(new CameBack(lived)).join();
    }
    nextLook = now.plus(LOOK_AGAIN);
  }

  /// Tells the officers: somebody put back a backup of the keys.
  private record CameBack(int keys) implements Work<Boolean> {
    @Override
    public Needs needs() {
      return Needs.nothing();
    }

    @Override
    public Plan<Boolean> plan(Found found) {
      var detail =
          JsonNodeFactory.instance
              .objectNode()
              .put("signaal", "gewiste-sleutel-terug")
              .put("aantal", keys);
      return Plan.of(List.of(new Entry(EntryKind.SIGNAL, Optional.empty(), detail)), true);
    }
  }
}
