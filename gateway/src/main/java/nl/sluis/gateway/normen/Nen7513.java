package nl.sluis.gateway.normen;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.LawRef;
import nl.sluis.policies.terms.Oin;

/// A row as NEN 7513 asks it of a care provider, in the form of the LDV extension for it: the line,
/// with the fields of the norm in `dpl.nen7513` and `nen7513`.
///
/// Names of people are not in a logbook of Sluis, so the fields for them are not there; a member of
/// staff is a number, and the organisation knows by trace and action who that was. May be shared
/// between threads.
final class Nen7513 {
  private static final String PREFIX = "dpl.nen7513.";
  private static final int PERSON = 1;
  private static final int PATIENT = 1;
  private static final int SYSTEM = 2;
  private static final int DOMAIN_RESOURCE = 4;
  private static final int APPLICATION_SERVER = 4;

  private final Register register;
  private final Ldv ldv;
  private final String origin;

  Nen7513(Register register, Ldv ldv, String origin) {
    this.register = register;
    this.ldv = ldv;
    this.origin = origin;
  }

  /// The record of a row of this care provider; empty when it is not one of its own, or about
  /// nobody.
  Optional<ObjectNode> write(Row row, Reader reader) {
    var organisation = reader.organisation();
    if (organisation.isEmpty() || row.subject().isEmpty()) {
      return Optional.empty();
    }
    return ldv.line(row, reader).map(line -> write(line, reader, organisation.get()));
  }

  private ObjectNode write(Ldv.Line line, Reader reader, Oin organisation) {
    var row = line.row();
    var node = ldv.write(line);
    var resource = node.withObject("/resource").withObject("/attributes");
    resource.put("nen7513.AuditEnterpriseSiteID", organisation.value());
    resource.put("nen7513.AuditSourceId", origin);
    resource.put("nen7513.AuditSourceTypeCode", APPLICATION_SERVER);
    var attributes = node.withObject("/attributes");
    attributes.put(PREFIX + "eventTypeCode", String.valueOf(Deed.of(row.kind()).act()));
    attributes.putArray(PREFIX + "users").add(user(row, reader, organisation));
    var participants = attributes.putArray(PREFIX + "participants");
    participants.add(participant(line, PERSON, PATIENT, ""));
    var segments = attributes.putArray(PREFIX + "participantSegments");
    for (DataCategory category : row.categories()) {
      segments.add(participant(line, SYSTEM, DOMAIN_RESOURCE, category.slug()));
    }
    var rule = register.rule(row);
    register
        .policy(row)
        .ifPresent(policy -> attributes.put(PREFIX + "autorisatieProtocol", policy));
    rule.flatMap(found -> found.secrecyKey())
        .map(LawRef::toString)
        .ifPresent(article -> attributes.put(PREFIX + "behandelrelatieProtocol", article));
    attributes.put(PREFIX + "toestemmingsProfiel", consents(row));
    attributes.put(PREFIX + "controles", origin);
    return node;
  }

  /// The consents on which it rested; not how often somebody spoke about them.
  private static String consents(Row row) {
    var cited = row.detail().path("vraag").path("feiten").path("toestemming").path("toestemmingen");
    var words = new StringBuilder();
    for (var consent : cited) {
      var version = consent.asText().indexOf('@');
      var id = version < 0 ? consent.asText() : consent.asText().substring(0, version);
      words.append(words.isEmpty() ? "" : " ").append(id);
    }
    if (words.isEmpty() && row.detail().path("toestemming").isTextual()) {
      words.append(row.detail().path("toestemming").asText());
    }
    return words.isEmpty() ? "geen" : words.toString();
  }

  /// Who did it at this organisation: a member of staff, or else its system.
  private ObjectNode user(Row row, Reader reader, Oin organisation) {
    var user = JsonNodeFactory.instance.objectNode();
    boolean asked = row.isAskedBy(organisation);
    var party = asked ? row.acting() : row.receiver();
    var staff = row.staff().filter(_ -> asked).map(reader::staff);
    user.put("userID", staff.orElse(organisation.value()));
    user.put("alternateUserID", organisation.value());
    user.put("userIsRequestor", true);
    user.put("roleIDCode", party.map(known -> known.path("rol").asText()).orElse(""));
    user.put("purposeOfUse", register.purpose(row).orElseGet(() -> Deed.of(row.kind()).code()));
    return user;
  }

  private ObjectNode participant(Ldv.Line line, int type, int role, String about) {
    var row = line.row();
    var participant = JsonNodeFactory.instance.objectNode();
    participant.put("participantObjectTypeCode", type);
    participant.put("participantObjectTypeCodeRole", role);
    participant.put("participantObjectIDTypeCode", register.subjectType());
    participant.put(
        "participantObjectPermissionPolicySet", register.policy(row).orElse(line.activity().uri()));
    participant.put(
        "participantObjectSensitivity",
        line.activity().confidential() ? "vertrouwelijk" : "normaal");
    participant.put("participantObjectID", line.attributes().path(Ldv.SUBJECT).asText());
    if (!about.isEmpty()) {
      participant.put("participantObjectDescription", about);
    }
    return participant;
  }
}
