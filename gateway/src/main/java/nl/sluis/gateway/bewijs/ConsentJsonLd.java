package nl.sluis.gateway.bewijs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.sluis.consent.desk.AskRecord;
import nl.sluis.consent.desk.AskRecord.Happened;
import nl.sluis.consent.event.Channel;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.consent.event.EventType;

/// A question with what was said to it, as a consent record in the DPV profile of ISO/IEC TS 27560
/// (guide of the W3C group, terms of DPV 2.3 only).
///
/// The context is in the document, so that nothing needs to be fetched to read it. There is no name
/// of a person in it, no number of one, and no word of anybody who is not handed in.
final class ConsentJsonLd {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String PROFILE = "https://w3id.org/dpv/schema/dpv-27560#";
  private static final Map<String, String> PREFIXES =
      Map.of(
          "dpv", "https://w3id.org/dpv#",
          "eu-gdpr", "https://w3id.org/dpv/legal/eu/gdpr#",
          "legal-nl", "https://w3id.org/dpv/legal/nl#",
          "loc", "https://w3id.org/dpv/loc#",
          "dct", "http://purl.org/dc/terms/",
          "xsd", "http://www.w3.org/2001/XMLSchema#",
          "sluis", "urn:sluis:begrip:");
  private static final List<String> POINTERS =
      List.of(
          "dct:conformsTo",
          "dpv:hasJurisdiction",
          "dpv:hasLegalBasis",
          "dpv:hasProcessing",
          "dpv:hasFrequency");
  private static final List<String> TIMES =
      List.of("dct:created", "dct:valid", "dpv:isIndicatedAtTime");

  private ConsentJsonLd() {}

  /// A document of this type, under its own context.
  static ObjectNode document(String id, String type, String profile) {
    var document = JSON.objectNode();
    document.set("@context", context());
    document.put("@id", id).put("@type", type).put("dct:conformsTo", PROFILE + profile);
    return document;
  }

  /// A document of several records, under its own context.
  static ObjectNode graph() {
    var document = JSON.objectNode();
    document.set("@context", context());
    return document;
  }

  private static ObjectNode context() {
    var context = JSON.objectNode().put("@version", 1.1);
    PREFIXES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(prefix -> context.put(prefix.getKey(), prefix.getValue()));
    POINTERS.forEach(name -> context.putObject(name).put("@type", "@id"));
    TIMES.forEach(name -> context.putObject(name).put("@type", "xsd:dateTime"));
    return context;
  }

  /// The record of one question with these events.
  ///
  /// @param events what the reader may know of; nothing else that happened is in it
  static ObjectNode record(AskRecord asked, Words words, List<Happened> events) {
    var ask = asked.asked().ask();
    var id = ask.id().toString();
    var one = JSON.objectNode();
    one.put("@id", "urn:uuid:" + id).put("@type", "dpv:ConsentRecord");
    one.put("dct:conformsTo", PROFILE + "record");
    one.put("dct:identifier", id);
    one.put("dct:created", words.cover().at(asked.askedAt()).toString());
    one.putObject("dpv:hasDataSubject")
        .put("@id", Pseudonym.of(ask.id(), ask.subject()))
        .put("@type", "dpv:DataSubject");
    one.set("dpv:hasNotice", notice(asked));
    one.set("dpv:hasDataController", organisation(words.sender(), "dpv:DataController"));
    one.put("dpv:hasJurisdiction", "loc:NL");
    one.set("dpv:hasProcess", process(asked, words));
    one.set("dpv:hasConsentControl", control(id, words));
    one.set("dpv:hasRight", rights(words));
    one.set("dpv:hasAuthority", authority());
    var states = one.putArray("dpv:hasConsentStatus");
    events.forEach(event -> states.add(state(event, asked, words)));
    return one;
  }

  private static ObjectNode notice(AskRecord asked) {
    var shown = asked.asked().shown();
    return JSON.objectNode()
        .put("@type", "dpv:ConsentNotice")
        .put("dct:language", shown.language())
        .put("sluis:tekstHash", shown.hash());
  }

  private static ObjectNode organisation(Words.Organisation organisation, String type) {
    var one =
        JSON.objectNode()
            .put("@id", organisation.id())
            .put("@type", type)
            .put("dpv:hasName", organisation.name())
            .put("dpv:hasContact", organisation.contact());
    organisation
        .who()
        .ifPresent(
            who ->
                one.put("dpv:hasIdentifier", who.oin().value())
                    .put("sluis:rol", who.role().code()));
    return one;
  }

  static String oin(String oin) {
    return "urn:sluis:oin:" + oin;
  }

  private static ObjectNode process(AskRecord asked, Words words) {
    var ask = asked.asked().ask();
    var process = JSON.objectNode().put("@type", "dpv:Process");
    process
        .putObject("dpv:hasPurpose")
        .put("@type", "dpv:Purpose")
        .put("dct:identifier", ask.purpose().code())
        .put("dct:description", words.sentence());
    process.put("dpv:hasProcessing", "dpv:Share");
    var data = process.putArray("dpv:hasPersonalData");
    ask.categories().stream()
        .sorted()
        .forEach(
            category ->
                data.addObject()
                    .put("@type", "dpv:PersonalData")
                    .put("dct:identifier", category.name()));
    process.set("dpv:hasRecipient", organisation(words.receiver(), "dpv:Recipient"));
    process.set("dpv:hasLegalBasis", basis(asked.legalFunction()));
    process
        .putObject("dpv:hasStorageCondition")
        .put("@type", "dpv:StorageDuration")
        .put("dct:description", words.retention());
    if (ask.oneOff()) {
      process.put("dpv:hasFrequency", "dpv:SingularFrequency");
    }
    if (!words.version().isEmpty()) {
      process.put("sluis:convenant", words.version()).put("sluis:convenantHash", words.digest());
    }
    return process;
  }

  /// A yes that opens professional secrecy, or is asked for besides a task of law, is no ground of
  /// the AVG: it may not be taken for one.
  private static ArrayNode basis(String legalFunction) {
    var basis = JSON.arrayNode();
    if (legalFunction.equals("avg-toestemming")) {
      return basis.add("eu-gdpr:A6-1-a").add("dpv:ExplicitlyExpressedConsent");
    }
    return basis.add("sluis:" + legalFunction);
  }

  private static ObjectNode control(String id, Words words) {
    return JSON.objectNode()
        .put("@type", "dpv:WithdrawConsent")
        .put("dpv:isExercisedAt", "/mijn/v1/toestemmingen/" + id + "/intrekkingen")
        .put(
            "dct:description",
            "Intrekken kan altijd, zonder reden: zelf bij Sluis, of mondeling of op papier bij "
                + words.sender().name()
                + ". Wat al was gedeeld, blijft gedeeld.");
  }

  private static ArrayNode rights(Words words) {
    var rights = JSON.arrayNode();
    right(rights, "eu-gdpr:A7-3", "Toestemming intrekken", "Zie intrekken.");
    right(rights, "eu-gdpr:A15", "Inzage", words.sender().contact());
    right(rights, "eu-gdpr:A16", "Rectificatie", words.sender().contact());
    right(rights, "eu-gdpr:A77", "Klacht", "https://autoriteitpersoonsgegevens.nl");
    return rights;
  }

  private static void right(ArrayNode rights, String article, String title, String where) {
    var one = rights.addObject();
    one.putArray("@type").add("dpv:DataSubjectRight").add(article);
    one.put("dct:title", title).put("dpv:isExercisedAt", where);
  }

  private static ObjectNode authority() {
    return JSON.objectNode()
        .put("@id", "legal-nl:DPA-NL")
        .put("@type", "dpv:DataProtectionAuthority")
        .put("dpv:hasName", "Autoriteit Persoonsgegevens")
        .put("dpv:hasContact", "https://autoriteitpersoonsgegevens.nl");
  }

  private static ObjectNode state(Happened happened, AskRecord asked, Words words) {
    var event = happened.event();
    var state = JSON.objectNode();
    var types = state.putArray("@type").add(EventWord.state(event.type()));
    if (event.type().isYes()) {
      types.add("dpv:ExplicitlyExpressedConsent");
    }
    state.put("sluis:gebeurtenis", EventWord.dutch(event.type()));
    state.set("dpv:isIndicatedBy", by(event, asked, words));
    event.channel().map(Channel::code).ifPresent(c -> state.put("dpv:hasIndicationMethod", c));
    state.put("dpv:isIndicatedAtTime", words.cover().at(event.occurredAt()).toString());
    state.put("sluis:vastgelegdOp", words.cover().at(happened.recordedAt()).toString());
    state.set("dpv:hasDuration", duration(event, asked));
    if (!event.categories().isEmpty()) {
      var only = state.putArray("sluis:alleenCategorieen");
      event.categories().stream().sorted().forEach(c -> only.add(c.name()));
    }
    return state;
  }

  private static ObjectNode by(ConsentEvent event, AskRecord asked, Words words) {
    var ask = asked.asked().ask();
    var person = event.person();
    if (event.type() == EventType.SUBSTITUTED_BY_COURT) {
      return JSON.objectNode().put("@type", "dpv:JudicialOrganisation");
    }
    if (person == null) {
      return JSON.objectNode().put("@id", words.sender().id());
    }
    return JSON.objectNode()
        .put("@id", Pseudonym.of(ask.id(), person))
        .put(
            "@type",
            person.equals(ask.subject()) ? "dpv:DataSubject" : "dpv:GuardianOfDataSubject");
  }

  /// A yes holds until the term of the question; how long a no holds, only who said it knows.
  private static ObjectNode duration(ConsentEvent event, AskRecord asked) {
    if (!event.type().isYes() && event.type() != EventType.SUBSTITUTED_BY_COURT) {
      return JSON.objectNode().put("@type", "dpv:IndeterminateDuration");
    }
    return JSON.objectNode()
        .put("@type", "dpv:UntilTimeDuration")
        .put("dct:valid", until(event, asked).toString());
  }

  private static Instant until(ConsentEvent event, AskRecord asked) {
    var term = asked.asked().ask().validUntil();
    var own = event.until();
    return own != null && own.isBefore(term) ? own : term;
  }
}
