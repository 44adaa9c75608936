package nl.sluis.gateway.bewijs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.sluis.consent.desk.AskRecord.Happened;
import nl.sluis.consent.event.EventType;
import nl.sluis.policies.terms.Oin;

/// A FHIR R5 collection of what one person may take along: a `Consent` per question, and a
/// `Provenance` per yes that this person took back, since a `Consent` cannot say when or by whom.
final class FhirBundle {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private FhirBundle() {}

  /// @param sluis who keeps the record
  static ObjectNode of(List<Seen> seen, Oin sluis, Instant now) {
    var bundle = JSON.objectNode().put("resourceType", "Bundle").put("type", "collection");
    bundle.put("timestamp", now.toString());
    var entries = JSON.arrayNode();
    for (var one : seen) {
      entries.add(entry(one.asked().asked().ask().id(), FhirConsent.of(one, sluis, now)));
      one.own().stream()
          .filter(happened -> happened.event().type() == EventType.WITHDRAWN)
          .forEach(happened -> entries.add(entry(name(happened), provenance(one, happened))));
    }
    if (!entries.isEmpty()) {
      bundle.set("entry", entries);
    }
    return bundle;
  }

  private static ObjectNode entry(UUID id, ObjectNode resource) {
    var entry = JSON.objectNode().put("fullUrl", "urn:uuid:" + id);
    entry.set("resource", resource);
    return entry;
  }

  private static UUID name(Happened happened) {
    var event = happened.event();
    var text = event.askId() + " " + event.occurredAt() + " " + happened.recordedAt();
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static ObjectNode provenance(Seen seen, Happened happened) {
    var ask = seen.asked().asked().ask();
    var resource = JSON.objectNode().put("resourceType", "Provenance");
    resource.set("text", FhirConsent.narrative("U trok deze toestemming in."));
    resource.putArray("target").addObject().put("reference", "urn:uuid:" + ask.id());
    resource.put(
        "occurredDateTime", seen.words().cover().at(happened.event().occurredAt()).toString());
    resource.put("recorded", seen.words().cover().at(happened.recordedAt()).toString());
    resource.putObject("activity").put("text", EventWord.dutch(EventType.WITHDRAWN));
    resource
        .putArray("agent")
        .addObject()
        .set("who", FhirConsent.person(ask.id(), happened.event().speaker(), seen.self()));
    return resource;
  }
}
