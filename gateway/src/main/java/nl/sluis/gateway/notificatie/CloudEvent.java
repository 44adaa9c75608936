package nl.sluis.gateway.notificatie;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// The word that something lies ready, by the NL GOV profile for CloudEvents 1.1: it carries a
/// number and a claim check, and nothing of what lies there.
///
/// No `subject`, no purpose and no sender: who reads along learns that an organisation has
/// something to fetch, and not about whom, from whom or why. `dataref` is a claim check: whoever
/// follows it shows certificate and token, and the facts are read at that moment.
///
/// @param id the same at every attempt, so that who hears it twice knows it again
/// @param source which Sluis says it
/// @param subject of what
/// @param about the parcel or the task
/// @param party for whom, in which role
/// @param time when it was laid ready
record CloudEvent(UUID id, Oin source, Subject subject, UUID about, PartyRole party, Instant time) {
  /// The media type of one event in JSON.
  static final String MEDIA_TYPE = "application/cloudevents+json";

  /// The event as it goes.
  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("specversion", "1.0")
        .put("id", id.toString())
        .put("source", "urn:nld:oin:" + source + ":systeem:sluis")
        .put("type", "nl.jeugd-uitwisselingen." + subject.code() + ".v1")
        .put("time", time.toString())
        .put("dataref", subject.placeOf(about.toString()))
        .put("ontvanger", party.oin().value())
        .put("rol", party.role().code());
  }
}
