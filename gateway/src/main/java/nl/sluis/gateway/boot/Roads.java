package nl.sluis.gateway.boot;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.sluis.gateway.acuut.Push;
import nl.sluis.gateway.acuut.ReceiverTrust;
import nl.sluis.gateway.acuut.Spool;
import nl.sluis.gateway.edge.OutgoingTls;
import nl.sluis.gateway.edge.OwnIdentity;
import nl.sluis.gateway.edge.Shares;
import nl.sluis.gateway.exchange.AcuteLane;
import nl.sluis.gateway.exchange.Exchange;
import nl.sluis.gateway.exchange.KeptLane;
import nl.sluis.gateway.message.SealedCheck;
import nl.sluis.gateway.peer.PartnerRegister;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Sequencer;

/// The two roads of a message: the ordinary one, and the one for acute danger, which is joined to
/// the disk and to the door of Veilig Thuis.
///
/// @param exchange where every message comes in
/// @param acute what goes on with reports of acute danger
/// @param kept what goes on with what waits for who must sign
record Roads(Exchange exchange, AcuteLane acute, KeptLane kept) {
  /// @param spool the waiting room of this gateway
  static Roads of(
      Settings.Acute settings,
      AcuteLane.Steps steps,
      SealedCheck seals,
      Safety safety,
      Spool spool,
      PeerCheck peers,
      PartnerRegister partners,
      Sequencer sequencer,
      DataSource database,
      InstantSource clock,
      Executor threads,
      Shares shares) {
    var push = push(settings, peers, partners, safety.letters()::of, clock);
    var acute =
        new AcuteLane(steps, safety.reports(), spool, push, sequencer, database, clock, threads);
    var exchange =
        new Exchange(
            steps.signatures(),
            steps.senderKeys(),
            seals,
            steps.identification(),
            steps.admission(),
            steps.acceptance(),
            acute,
            steps.postbus(),
            sequencer,
            shares,
            clock,
            UUID::randomUUID);
    return new Roads(exchange, acute, new KeptLane(steps, safety.kept(), database, sequencer));
  }

  /// How reports come at the doors of their receivers.
  ///
  /// @param notes the note that goes along with the report of an exchange, if there is one
  static Push push(
      Settings.Acute settings,
      PeerCheck peers,
      PartnerRegister partners,
      Function<UUID, Optional<String>> notes,
      InstantSource clock) {
    var own = new OwnIdentity(settings.chain(), settings.key(), clock);
    return new Push(
        receiver -> OutgoingTls.context(own.now(), new ReceiverTrust(peers, clock, receiver)),
        partners,
        notes);
  }

  /// What waits for a signature goes on before anything else that time does; what calls others
  /// comes last.
  List<Duty> around(List<Duty> others, Duty... last) {
    return Stream.of(Stream.of(kept), others.stream(), Stream.of(last))
        .<Duty>flatMap(duties -> duties)
        .toList();
  }
}
