package nl.sluis.gateway.aflevering;

import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.gateway.postbus.Postbus;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;

/// Where a receiver sees how bringing goes, and asks to have a parcel brought anew. It sees of it
/// what it sees in its postbus and no parcel more. May be shared between threads.
public final class DeliveryDesk {
  private final DataSource database;
  private final Postbus postbus;
  private final Deliveries deliveries;
  private final Endings endings;

  /// @param region in whose part of the database it looks
  /// @param database for looking
  /// @param postbus knows what waits for whom
  /// @param tasks where a receiver finds that its door does not work
  public DeliveryDesk(String region, DataSource database, Postbus postbus, Tasks tasks) {
    this.database = database;
    this.postbus = postbus;
    this.deliveries = new Deliveries(region);
    this.endings = new Endings(deliveries, tasks);
  }

  /// How far each parcel came that waits for this receiver and is brought, oldest first.
  ///
  /// @param asker who looks; it sees only what it may collect, by itself or by mandate
  public Map<UUID, Deliveries.State> states(Oin asker, Oin receiver, Set<Role> roles, Instant now)
      throws SQLException {
    var waiting = postbus.waiting(asker, receiver, roles, now).stream().map(ParcelRow::id).toList();
    try (var connection = database.getConnection()) {
      var known = deliveries.of(connection, waiting);
      var states = new LinkedHashMap<UUID, Deliveries.State>();
      for (var id : waiting) {
        var state = known.get(id);
        if (state != null) {
          states.put(id, state);
        }
      }
      return states;
    }
  }

  /// The work of bringing this anew; ends in false when this asker may not have it, it is not
  /// brought, or it is on its way.
  public Work<Boolean> again(Oin asker, ParcelRow parcel, Instant now) throws SQLException {
    return postbus.mayCollect(asker, parcel, now) ? endings.again(parcel) : new Nothing();
  }

  private static final class Nothing implements Work<Boolean> {
    @Override
    public Needs needs() {
      return Needs.nothing();
    }

    @Override
    public Plan<Boolean> plan(Found found) {
      return Plan.known(false);
    }
  }
}
