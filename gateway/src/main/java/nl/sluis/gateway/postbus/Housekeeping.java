package nl.sluis.gateway.postbus;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import nl.sluis.gateway.keys.HourKeys;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.MessageTable;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.gateway.sequencer.ParcelTable;
import nl.sluis.gateway.sequencer.Sequencer;

/// What time does by itself: reminders, terms that end, keys that are destroyed.
///
/// Small steps, each safe to repeat and to run on several gateways at once. Nothing depends on it
/// for safety: every term is checked again at the moment of use. One thread at a time.
public final class Housekeeping {
  /// How long a message may be repeated and still get its original answer.
  public static final Duration MEMORY = Duration.ofDays(30);

  private static final Duration GRACE = Duration.ofHours(2);
  private static final int STEP = 200;

  private final DataSource database;
  private final MessageTable messages;
  private final ParcelTable parcels;
  private final Postbus postbus;
  private final Sequencer sequencer;
  private final HourKeys keys;
  private final List<Duty> duties;
  private final InstantSource clock;

  /// @param database for finding what is due
  /// @param duties what else is done when its time has come
  public Housekeeping(
      DataSource database,
      MessageTable messages,
      ParcelTable parcels,
      Postbus postbus,
      Sequencer sequencer,
      HourKeys keys,
      List<Duty> duties,
      InstantSource clock) {
    this.database = database;
    this.messages = messages;
    this.parcels = parcels;
    this.postbus = postbus;
    this.sequencer = sequencer;
    this.keys = keys;
    this.duties = List.copyOf(duties);
    this.clock = clock;
  }

  /// Does what is due now, until nothing is.
  ///
  /// @return how many parcels were reminded of or came to their end, and what else was done
  public int run() throws SQLException {
    var now = clock.instant();
    sequencer.catchUp();
    int moved = 0;
    int step;
    do {
      step = remind(now) + lapse(now);
      moved += step;
    } while (step > 0);
    for (var duty : duties) {
      moved += duty.run(now);
    }
    forget(now);
    return moved;
  }

  private int remind(Instant now) throws SQLException {
    List<ParcelRow> due;
    try (var connection = database.getConnection()) {
      due = parcels.toRemind(connection, now, STEP);
    }
    return sequencer.all(due.stream().map(postbus::remind).toList());
  }

  private int lapse(Instant now) throws SQLException {
    List<ParcelRow> due;
    try (var connection = database.getConnection()) {
      due = parcels.due(connection, now, STEP);
    }
    return sequencer.all(due.stream().map(postbus::lapse).toList());
  }

  private void forget(Instant now) throws SQLException {
    var horizon = now.minus(MEMORY);
    try (var connection = database.getConnection()) {
      messages.forgetBefore(connection, horizon.atOffset(ZoneOffset.UTC));
      keys.destroyAnswerKeysBefore(horizon);
      // An hour's grace, so that no batch that is under way loses its key.
      keys.destroyParcelKeysBefore(now.minus(GRACE), parcels.keysInUse(connection));
    }
  }
}
