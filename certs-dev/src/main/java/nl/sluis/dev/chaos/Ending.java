package nl.sluis.dev.chaos;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import nl.sluis.dev.rig.Rig;

/// The time after the storm, in which everything is right again and what still waits may arrive.
/// Used by one thread.
final class Ending {
  private static final long MORE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final String OPEN =
      """
      select count(*) from parcel
      where region = ? and state in ('wacht', 'uitgereikt') and payload_ct is not null
      """;

  private static final String DEAD =
      "select pakket::text from aflevering where region = ? and stand = 'onbestelbaar'";

  private final Rig rig;
  private final Region region;

  Ending(Rig rig, Region region) {
    this.rig = rig;
    this.region = region;
  }

  /// Has every school ask for what waits, until nothing does; what was not brought in time they
  /// come for.
  ///
  /// @return after how many seconds nothing waited any more
  double await(Duration bringing) {
    var begin = System.nanoTime();
    long waited;
    while (count() > 0 && (waited = System.nanoTime() - begin) < bringing.toNanos() + MORE_NANOS) {
      Consumer<School> asks = waited < bringing.toNanos() ? School::askAgain : School::comeForIt;
      region.schools().forEach(school -> region.ledger().watch(() -> asks.accept(school)));
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  /// Parcels that are not brought any more, as their receivers were told.
  Set<String> dead() {
    var dead = new HashSet<String>();
    try (var owner = rig.postgres().database().owner();
        var select = owner.prepareStatement(DEAD)) {
      select.setString(1, Rig.REGION);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          dead.add(row.getString(1));
        }
      }
      return dead;
    } catch (SQLException e) {
      throw new IllegalStateException("what is brought cannot be read", e);
    }
  }

  private long count() {
    try (var owner = rig.postgres().database().owner();
        var select = owner.prepareStatement(OPEN)) {
      select.setString(1, Rig.REGION);
      try (var row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the postbus cannot be read", e);
    }
  }
}
