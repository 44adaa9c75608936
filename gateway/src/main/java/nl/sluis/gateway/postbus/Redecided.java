package nl.sluis.gateway.postbus;

import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.sluis.gateway.decision.DecisionJson;
import nl.sluis.gateway.decision.PersonFacts;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.decision.Decision;

/// A parcel whose question was asked again at its handing over.
///
/// @param parcel the parcel, locked
/// @param content what is in it
/// @param known the question with the facts of this instant
/// @param decision the answer
/// @param convenant the version that answered
record Redecided(
    ParcelRow parcel, Payload content, PersonFacts known, Decision decision, Convenant convenant) {

  /// What the logbook remembers of it.
  ObjectNode detail() {
    var row = ParcelDetail.of(parcel);
    DecisionJson.write(row, known.question(), decision, convenant);
    return row;
  }
}
