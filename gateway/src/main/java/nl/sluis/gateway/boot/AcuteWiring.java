package nl.sluis.gateway.boot;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import nl.sluis.gateway.acuut.AcuteBook;
import nl.sluis.gateway.acuut.Push;
import nl.sluis.gateway.acuut.ReceiverTrust;
import nl.sluis.gateway.acuut.Spool;
import nl.sluis.gateway.edge.OutgoingTls;
import nl.sluis.gateway.edge.ServerIdentity;
import nl.sluis.gateway.exchange.AcuteLane;
import nl.sluis.gateway.peer.PartnerRegister;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.sequencer.Sequencer;

/// Joins the road for acute danger to the disk, the door of Veilig Thuis and the logbook.
final class AcuteWiring {
  private AcuteWiring() {}

  /// @throws IOException when the waiting room cannot be used
  static AcuteLane lane(
      Settings.Acute settings,
      AcuteLane.Steps steps,
      AcuteBook book,
      Spool spool,
      PeerCheck peers,
      PartnerRegister partners,
      Sequencer sequencer,
      DataSource database,
      InstantSource clock,
      Executor threads)
      throws IOException {
    // Read at each call: a new certificate counts at once.
    var push =
        new Push(
            receiver ->
                OutgoingTls.context(
                    ServerIdentity.read(settings.chain(), settings.key(), clock.instant()),
                    new ReceiverTrust(peers, clock, receiver)),
            partners);
    return new AcuteLane(steps, book, spool, push, sequencer, database, clock, threads);
  }
}
