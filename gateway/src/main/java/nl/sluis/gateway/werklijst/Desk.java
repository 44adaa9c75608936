package nl.sluis.gateway.werklijst;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.ByTwo;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.desk.ReviewByTwo;
import nl.sluis.gateway.desk.TaskByTwo;
import nl.sluis.gateway.desk.TaskDesk;
import nl.sluis.gateway.nacontrole.Family;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.OpenTask;
import nl.sluis.gateway.toezicht.Officer;
import nl.sluis.gateway.verzoek.AnswerByTwo;
import nl.sluis.gateway.verzoek.RightsDesk;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// The desks behind the list, as an officer uses them. May be shared between threads.
///
/// @param list what there is to do
/// @param tasks what an organisation has to do, by name
/// @param closing closes a task
/// @param reviews looks back
/// @param rights what people ask
/// @param answering answers them
/// @param two what waits for a second person
/// @param family what a sender said of telling the family
/// @param law knows how organisations are called and in which roles they are
/// @param sequencer puts on record what is done
public record Desk(
    WorkList list,
    TaskDesk tasks,
    TaskByTwo closing,
    ReviewByTwo reviews,
    RightsDesk rights,
    AnswerByTwo answering,
    ByTwo two,
    Family family,
    CurrentLaw law,
    Sequencer sequencer) {

  /// The open task under this name, when it is of this officer's organisation.
  Optional<OpenTask> task(Officer officer, UUID id) throws SQLException {
    return tasks.find(id, officer.organisation());
  }

  /// The organisation of this officer in a role in which it is bound now; empty when it is in none.
  Optional<PartyRole> party(Officer officer, Instant at) {
    return Arrays.stream(Role.values())
        .map(role -> new PartyRole(officer.organisation(), role))
        .filter(party -> law.now().isBoundAs(party, at))
        .findFirst();
  }

  /// How an organisation is called; its number where no convenant knows it.
  String name(Oin organisation, Instant at) {
    return law.now().known(organisation, at).stream()
        .findFirst()
        .map(Party::name)
        .orElse(organisation.value());
  }

  /// Puts it on record, and waits for that.
  Outcome put(Work<Outcome> work) {
    return sequencer.submit(work).join();
  }
}
