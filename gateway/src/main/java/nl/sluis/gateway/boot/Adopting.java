package nl.sluis.gateway.boot;

import java.time.InstantSource;
import javax.sql.DataSource;
import nl.sluis.gateway.controlebeleid.Adopted;
import nl.sluis.gateway.controlebeleid.AdoptionDesk;
import nl.sluis.gateway.controlebeleid.PolicyShelf;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.http.AdoptionEndpoints;
import nl.sluis.gateway.http.PartnerRoutes;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.gateway.vierogen.SecondPersons;

/// The control policies of organisations, joined to what they decide: how much time there is for a
/// task, and for what a second person is asked. May be shared between threads.
///
/// @param adopted which policy counts for whom
/// @param tasks what organisations have to do, in their own time
/// @param seconds for what each asks a second person now
record Adopting(
    String region, PolicyShelf shelf, Adopted adopted, Tasks tasks, SecondPersons.Of seconds) {

  /// Those of this release and of the folder of the operator.
  ///
  /// @throws IllegalStateException when one is broken: nothing may start with it
  static Adopting of(Settings settings, InstantSource clock) {
    var shelf = PolicyShelf.of(settings.controlPolicies());
    var adopted = new Adopted(settings.region(), shelf);
    return new Adopting(
        settings.region(),
        shelf,
        adopted,
        new Tasks(settings.region(), clock, adopted.terms()),
        adopted.seconds(clock));
  }

  /// Where partners' systems adopt one.
  PartnerRoutes endpoints(
      DataSource database, Sequencer sequencer, CurrentLaw law, PeerCheck peers) {
    return new AdoptionEndpoints(
        new AdoptionDesk(region, shelf, adopted, database, law, peers), sequencer);
  }
}
