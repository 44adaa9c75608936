package nl.sluis.gateway.aflevering;

import java.sql.SQLException;
import nl.sluis.gateway.postbus.HandedOver;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;

/// The handing over as when the receiver came for it, by who is still on its way with the parcel: a
/// gateway that was away too long hands over nothing. Both are read in the transaction that
/// decides.
final class Release implements Work<HandedOver> {
  private final Deliveries deliveries;
  private final Claim claim;
  private final Work<HandedOver> handOver;

  Release(Deliveries deliveries, Claim claim, Work<HandedOver> handOver) {
    this.deliveries = deliveries;
    this.claim = claim;
    this.handOver = handOver;
  }

  @Override
  public Needs needs() {
    return handOver.needs();
  }

  @Override
  public Plan<HandedOver> plan(Found found) throws SQLException {
    return deliveries.holds(found.tx(), claim)
        ? handOver.plan(found)
        : Plan.known(new HandedOver.NotThere());
  }
}
