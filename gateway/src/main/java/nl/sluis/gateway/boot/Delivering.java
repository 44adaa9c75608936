package nl.sluis.gateway.boot;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.sluis.gateway.acuut.ReceiverTrust;
import nl.sluis.gateway.aflevering.DeliveryDesk;
import nl.sluis.gateway.aflevering.Dispatcher;
import nl.sluis.gateway.edge.OutgoingTls;
import nl.sluis.gateway.edge.OwnIdentity;
import nl.sluis.gateway.http.DeliveryEndpoints;
import nl.sluis.gateway.http.PartnerRoutes;
import nl.sluis.gateway.postbus.Postbus;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.terms.Oin;

/// The bringing of parcels, joined to what is behind it.
///
/// @param dispatcher brings them
/// @param endpoints where receivers see how that goes
/// @param postbus from where they come
record Delivering(Dispatcher dispatcher, DeliveryEndpoints endpoints, Postbus postbus) {
  static Delivering of(
      Settings settings,
      Postbus postbus,
      Sequencer sequencer,
      DataSource database,
      Peering peering,
      Tasks tasks,
      SecureRandom random,
      InstantSource clock) {
    var acute = settings.acute();
    var own = new OwnIdentity(acute.chain(), acute.key(), clock);
    var dispatcher =
        new Dispatcher(
            new Dispatcher.Parts(
                settings.region(),
                peering.partners(),
                postbus,
                sequencer,
                database,
                tasks,
                receiver ->
                    OutgoingTls.context(
                        own.now(), ReceiverTrust.withFreshLists(peering.checks(), clock, receiver)),
                random,
                clock));
    var desk = new DeliveryDesk(settings.region(), database, postbus, tasks);
    return new Delivering(dispatcher, new DeliveryEndpoints(desk, postbus, sequencer), postbus);
  }

  List<PartnerRoutes> besides(List<PartnerRoutes> others) {
    return Stream.concat(others.stream(), Stream.of(endpoints)).toList();
  }

  /// Brings to one receiver what may go now, and waits for that.
  ///
  /// @return whether all of it is done
  boolean bringNow(Oin receiver) throws SQLException {
    return dispatcher.bringNow(receiver, Duration.ofSeconds(30));
  }

  void start() {
    dispatcher.start();
  }

  /// Lets nobody wait for a parcel any more.
  void hush() {
    postbus.bell().silence();
  }

  /// Lets nobody wait any more and sets out with nothing, before the doors close.
  void close() {
    hush();
    dispatcher.close();
  }
}
