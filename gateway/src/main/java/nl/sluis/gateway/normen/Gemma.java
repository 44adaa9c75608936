package nl.sluis.gateway.normen;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;

/// A row as a `verwerkingsactie` of GEMMA Verwerkingenlogging 0.9.0, for a municipality that still
/// keeps its log that way.
///
/// The API gives numbers to what it takes in; here they are made from those of the trace, so that a
/// second export is the same as the first. May be shared between threads.
final class Gemma {
  private final Register register;
  private final Ldv ldv;

  Gemma(Register register, Ldv ldv) {
    this.register = register;
    this.ldv = ldv;
  }

  /// The action of a row of this organisation; empty when it is not one of its own, or no act of
  /// processing.
  Optional<ObjectNode> write(Row row, Reader reader) {
    return reader
        .organisation()
        .flatMap(own -> ldv.line(row, reader).map(line -> write(line, reader, own)));
  }

  private ObjectNode write(Ldv.Line line, Reader reader, Oin own) {
    var row = line.row();
    var id = numbered(row.trace() + row.action());
    var node = JsonNodeFactory.instance.objectNode();
    node.put("url", "urn:uuid:" + id).put("actieId", id);
    node.put("actieNaam", line.name());
    node.put("handelingNaam", Deed.of(row.kind()).sentence());
    node.put("verwerkingNaam", line.activity().code());
    node.put("verwerkingId", Lezen.uuid(row.trace()));
    node.put("verwerkingsactiviteitId", line.activity().id().toString());
    node.put("verwerkingsactiviteitUrl", line.activity().uri());
    node.put("vertrouwelijkheid", line.activity().confidential() ? "vertrouwelijk" : "normaal");
    node.put("uitvoerder", own.value());
    node.put("systeem", "Sluis");
    row.staff()
        .filter(_ -> row.isAskedBy(own))
        .ifPresent(word -> node.put("gebruiker", reader.staff(word)));
    row.receiver()
        .map(party -> party.path("oin").asText())
        .ifPresent(to -> node.put("soortAfnemerId", "OIN").put("afnemerId", to));
    node.put("tijdstip", row.at().toString()).put("tijdstipRegistratie", row.at().toString());
    var objects = node.putArray("verwerkteObjecten");
    row.subject().ifPresent(_ -> objects.add(person(line, id)));
    return node;
  }

  private ObjectNode person(Ldv.Line line, String action) {
    var number = line.attributes().path(Ldv.SUBJECT).asText();
    var id = numbered(action + number);
    var person = JsonNodeFactory.instance.objectNode();
    person.put("url", "urn:uuid:" + id).put("verwerktObjectId", id);
    person.put("objecttype", "persoon");
    person.put("soortObjectId", register.subjectType());
    person.put("objectId", number).put("betrokkenheid", "betrokkene");
    var kinds = person.putArray("verwerkteSoortenGegevens");
    for (DataCategory category : line.row().categories()) {
      kinds.addObject().put("soortGegeven", category.name() + " " + category.slug());
    }
    return person;
  }

  private static String numbered(String from) {
    return UUID.nameUUIDFromBytes(from.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
