package nl.sluis.gateway.bewijs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.sluis.consent.desk.AskRecord.Happened;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.consent.event.EventType;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;

/// One question as a FHIR R5 `Consent`.
///
/// By itself nothing is shared (`decision` is `deny`); what was asked is the exception to that, and
/// `status` says whether it holds. FHIR knows no quorum: that all must say yes and one no stops
/// stands in an extension, with how it stands. Persons and organisations are pointed at by
/// identifier; there is no name of a person in it.
final class FhirConsent {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String URI = "urn:ietf:rfc:3986";
  private static final String OWN = "urn:sluis:fhir:";
  private static final String QUORUM =
      "Ieder die ja moet zeggen zegt ja; één nee stopt. Wat anderen zeiden staat hier niet in.";

  private FhirConsent() {}

  static ObjectNode of(Seen seen, Oin sluis, Instant now) {
    var asked = seen.asked();
    var ask = asked.asked().ask();
    var consent = JSON.objectNode().put("resourceType", "Consent");
    var words = seen.words();
    consent.set(
        "text",
        narrative(
            "%s vraagt: mag dit worden gedeeld met %s? %s Stand: %s."
                .formatted(
                    words.sender().name(),
                    words.receiver().name(),
                    words.sentence(),
                    seen.standing().orElse("dat ziet u niet meer"))));
    consent.set("extension", extensions(seen));
    consent.putArray("identifier").add(identifier(URI, "urn:uuid:" + ask.id()));
    consent.put("status", status(seen, now));
    consent.putArray("category").add(text("Toestemming voor delen"));
    consent.set("subject", person(ask.id(), ask.subject(), true));
    consent.put("date", LocalDate.ofInstant(asked.askedAt(), Age.CALENDAR).toString());
    consent
        .putObject("period")
        .put("start", words.cover().at(asked.askedAt()).toString())
        .put("end", ask.validUntil().toString());
    grantor(consent, seen);
    consent.putArray("grantee").add(organisation(seen.words().receiver()));
    consent.putArray("manager").add(organisation(sluis, "Sluis"));
    consent.putArray("controller").add(organisation(seen.words().sender()));
    consent
        .putArray("sourceAttachment")
        .addObject()
        .put("language", asked.asked().shown().language())
        .put("title", "De getoonde tekst; " + asked.asked().shown().hash());
    grounds(consent, seen);
    if (!words.version().isEmpty()) {
      consent.putObject("policyBasis").put("url", "urn:sluis:convenant:" + words.version());
    }
    verification(consent, seen);
    consent.put("decision", "deny");
    consent.putArray("provision").add(provision(seen));
    return consent;
  }

  private static ArrayNode extensions(Seen seen) {
    var extensions = JSON.arrayNode();
    extensions.addObject().put("url", OWN + "quorum").put("valueString", QUORUM);
    seen.standing()
        .ifPresent(s -> extensions.addObject().put("url", OWN + "stand").put("valueCode", s));
    return extensions;
  }

  /// What the reader's own words and the standing make of it; never a trace of another giver.
  private static String status(Seen seen, Instant now) {
    if (seen.isOver(now)) {
      return "inactive";
    }
    var last = seen.own().isEmpty() ? null : seen.own().getLast().event();
    if (last != null && last.type() == EventType.REFUSED) {
      return "not-done";
    }
    if (last != null && last.type() == EventType.WITHDRAWN && last.categories().isEmpty()) {
      return "inactive";
    }
    return seen.complete().map(all -> all ? "active" : "draft").orElse("unknown");
  }

  private static void grantor(ObjectNode consent, Seen seen) {
    seen.own().stream()
        .map(Happened::event)
        .map(ConsentEvent::speaker)
        .distinct()
        .forEach(
            speaker ->
                consent
                    .withArray("grantor")
                    .add(person(seen.asked().asked().ask().id(), speaker, seen.self())));
  }

  private static void grounds(ObjectNode consent, Seen seen) {
    var basis = consent.putArray("regulatoryBasis");
    basis.add(text(seen.asked().legalFunction()));
    seen.words().grounds().forEach(ground -> basis.add(text(ground.toString())));
  }

  private static void verification(ObjectNode consent, Seen seen) {
    for (var happened : seen.own()) {
      var event = happened.event();
      var one = consent.withArray("verification").addObject();
      one.put("verified", true);
      one.set("verificationType", text(EventWord.dutch(event.type()) + via(event)));
      one.set(
          "verifiedWith", person(seen.asked().asked().ask().id(), event.speaker(), seen.self()));
      one.putArray("verificationDate").add(seen.words().cover().at(event.occurredAt()).toString());
    }
  }

  private static String via(ConsentEvent event) {
    return event.channel().map(channel -> ", " + channel.code()).orElse("");
  }

  private static ObjectNode provision(Seen seen) {
    var ask = seen.asked().asked().ask();
    var provision = JSON.objectNode();
    provision
        .putObject("period")
        .put("start", seen.words().cover().at(seen.asked().askedAt()).toString())
        .put("end", ask.validUntil().toString());
    var actor = provision.putArray("actor").addObject();
    var role = text("ontvanger");
    seen.words()
        .receiver()
        .who()
        .ifPresent(
            who ->
                role.putArray("coding")
                    .addObject()
                    .put("system", "urn:sluis:rol")
                    .put("code", who.role().code()));
    actor.set("role", role);
    actor.set("reference", organisation(seen.words().receiver()));
    var action = JSON.objectNode();
    action
        .putArray("coding")
        .addObject()
        .put("system", "http://terminology.hl7.org/CodeSystem/consentaction")
        .put("code", "disclose");
    provision.putArray("action").add(action);
    provision
        .putArray("purpose")
        .addObject()
        .put("system", "urn:sluis:doel")
        .put("code", ask.purpose().code())
        .put("display", seen.words().sentence());
    var codes = provision.putArray("code");
    ask.categories().stream()
        .sorted()
        .forEach(
            category -> {
              var code = JSON.objectNode();
              code.putArray("coding")
                  .addObject()
                  .put("system", "urn:sluis:categorie")
                  .put("code", category.name());
              codes.add(code);
            });
    return provision;
  }

  /// A person by the name that means something within this question only.
  static ObjectNode person(UUID askId, UUID person, boolean self) {
    var reference = JSON.objectNode().put("type", self ? "Patient" : "RelatedPerson");
    reference.set("identifier", identifier(URI, Pseudonym.of(askId, person)));
    return reference;
  }

  /// The same in a sentence for people, as FHIR advises.
  static ObjectNode narrative(String sentence) {
    var safe = sentence.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return JSON.objectNode()
        .put("status", "generated")
        .put("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + safe + "</div>");
  }

  private static ObjectNode organisation(Words.Organisation who) {
    return who.who()
        .map(known -> organisation(known.oin(), who.name()))
        .orElseGet(() -> JSON.objectNode().put("type", "Organization").put("display", who.name()));
  }

  private static ObjectNode organisation(Oin oin, String name) {
    var reference = JSON.objectNode().put("type", "Organization");
    reference.set("identifier", identifier("urn:sluis:oin", oin.value()));
    return name.isEmpty() ? reference : reference.put("display", name);
  }

  private static ObjectNode identifier(String system, String value) {
    return JSON.objectNode().put("system", system).put("value", value);
  }

  private static ObjectNode text(String text) {
    return JSON.objectNode().put("text", text);
  }
}
