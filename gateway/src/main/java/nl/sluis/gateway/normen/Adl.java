package nl.sluis.gateway.normen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.decision.Replay;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.decision.Outcome;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Reason;

/// A decision as a record of the Authorization Decision Log, level 3: with the versions of the
/// convenant and of the facts, so that it can be decided again.
///
/// In the log of the whole everything is a reference, for question and answer name organisations:
/// the version of the convenant by its digest, each consent with its version, and the row of the
/// logbook in which the question and the facts are sealed. An organisation reads its own question
/// and the answer as it was told it, never more: which convenant decided tells in which
/// municipality a child lives, and who stopped something is nobody else's business (design 3). For
/// those its record refers to the row, which who may open it opens. May be shared between threads.
final class Adl {
  static final String EVENT = "adl.access_evaluation";
  static final String REQUEST = "adl.core.request";
  static final String RESPONSE = "adl.core.response";
  static final String POLICIES = "adl.core.policies";
  static final String INFORMATION = "adl.core.information";
  static final String FSC = "adl.fsc.transaction_id";
  private static final List<String> ASKED =
      List.of("verwijzing", "categorieen", "verzegeld", "gemotiveerd", "bijGedeeltelijk");
  private static final List<String> ANSWERED =
      List.of("uitkomst", "regel", "baan", "vrijgegeven", "verplichtingen", "grondslagen");

  private final Register register;
  private final String origin;

  /// @param origin the name of the logbook for others
  Adl(Register register, String origin) {
    this.register = register;
    this.origin = origin;
  }

  /// The record of a row; empty when it holds no decision, or is not for this reader.
  Optional<ObjectNode> write(Row row, Reader reader) {
    var organisation = reader.organisation();
    if (!Replay.isDecision(row.detail())
        || !reader.reads(row)
        || !organisation.map(row::isAskedBy).orElse(true)) {
      return Optional.empty();
    }
    var node = JsonNodeFactory.instance.objectNode();
    node.put("trace_id", row.trace());
    node.put("span_id", row.action());
    row.above().ifPresent(above -> node.put("parent_span_id", above));
    node.put("event_name", EVENT);
    node.put("timestamp", row.at().toEpochMilli());
    node.put("status", Ldv.isFailed(row) ? "Error" : "Ok");
    var attributes = node.putObject("attributes");
    row.fsc().ifPresent(number -> attributes.put(FSC, number));
    if (organisation.isPresent()) {
      attributes.set(POLICIES, source(row));
      attributes.set(INFORMATION, source(row));
      var body = node.putObject("body");
      body.set(REQUEST, request(row, reader));
      body.set(RESPONSE, response(row));
    } else {
      attributes.set(POLICIES, policies(row));
      attributes.set(INFORMATION, information(row));
      attributes.set(REQUEST, source(row));
      attributes.set(RESPONSE, source(row));
    }
    node.putObject("resource").put(Ldv.SERVICE, Ldv.SLUIS).put(Ldv.LOGBOOK, origin);
    return Optional.of(node);
  }

  private ObjectNode source(Row row) {
    var source = JsonNodeFactory.instance.objectNode();
    source.putObject("logboek").put("naam", origin).put("rij", row.index());
    return source;
  }

  private static ObjectNode policies(Row row) {
    var cited = row.detail().path("convenant");
    var policies = JsonNodeFactory.instance.objectNode();
    policies
        .putObject(cited.path("id").asText())
        .put("versie", cited.path("versie").asText())
        .put("digest", cited.path("digest").asText());
    return policies;
  }

  private ObjectNode information(Row row) {
    var information = source(row);
    var consents =
        row.detail().path("vraag").path("feiten").path("toestemming").path("toestemmingen");
    if (!consents.isEmpty()) {
      information.set("toestemmingen", consents.deepCopy());
    }
    return information;
  }

  /// In the form of AuthZEN: the organisation that sends may give a person's data for a purpose.
  private ObjectNode request(Row row, Reader reader) {
    var asked = row.detail().path("vraag");
    var request = JsonNodeFactory.instance.objectNode();
    party(request.putObject("subject"), asked.path("van"));
    var action = request.putObject("action").put("name", register.purpose(row).orElse("onbekend"));
    var properties = action.putObject("properties");
    register
        .activity(row)
        .ifPresent(activity -> properties.put("processing_activity_id", activity.uri()));
    ASKED.forEach(name -> copy(properties, asked, name));
    var resource = request.putObject("resource").put("type", "persoon");
    resource.put("id", row.subject().map(reader::number).orElse("niemand"));
    var context = request.putObject("context").put("time", asked.path("tijdstip").asText());
    context.put(
        "traceparent", "00-" + row.trace() + "-" + row.above().orElse(row.action()) + "-01");
    party(context.putObject("ontvanger"), asked.path("aan"));
    return request;
  }

  private static void party(ObjectNode to, JsonNode party) {
    to.put("type", "organisatie").put("id", party.path("oin").asText());
    to.putObject("properties").put("rol", party.path("rol").asText());
  }

  private ObjectNode response(Row row) {
    var response = JsonNodeFactory.instance.objectNode();
    response.put("decision", isPermit(row.detail().path("uitkomst").asText()));
    var context = response.putObject("context");
    ANSWERED.forEach(name -> copy(context, row.detail(), name));
    var lane = register.rule(row).map(Rule::lane).orElse(Lane.WETTELIJK);
    var reasons = context.putArray("redenen");
    for (var reason : row.detail().path("redenen")) {
      var told = reasons.addObject().put("code", told(reason.path("code"), lane));
      var about = reason.path("over").asText();
      if (register.isWord(row, about)) {
        told.put("over", about);
      }
    }
    var withheld = context.putObject("achtergehouden");
    row.detail()
        .path("achtergehouden")
        .properties()
        .forEach(entry -> withheld.put(entry.getKey(), told(entry.getValue(), lane)));
    return response;
  }

  private static String told(JsonNode reason, Lane lane) {
    return Reason.valueOf(reason.asText()).toldOn(lane).name();
  }

  private static boolean isPermit(String outcome) {
    return switch (Outcome.valueOf(outcome)) {
      case PERMIT, PERMIT_MET_VERPLICHTINGEN, GEDEELTELIJK -> true;
      case AANHOUDEN, WEIGEREN -> false;
    };
  }

  private static void copy(ObjectNode to, JsonNode from, String name) {
    if (from.has(name)) {
      to.set(name, from.get(name).deepCopy());
    }
  }
}
