package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.util.Optional;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.desk.StopAnswers;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.stopbericht.StopMessage;
import nl.sluis.gateway.token.Authenticated;

/// Stop messages as their receivers fetch and answer them, and what a partner sees before it puts a
/// withdrawal on record.
public final class StopMessageEndpoints implements PartnerRoutes {
  private static final String JSON = "application/json";

  private final StopAnswers stops;
  private final Sequencer sequencer;
  private final CurrentLaw law;

  /// @param law whose words are used
  public StopMessageEndpoints(StopAnswers stops, Sequencer sequencer, CurrentLaw law) {
    this.stops = stops;
    this.sequencer = sequencer;
    this.law = law;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, GET, "/v1/stopberichten", "", door.partner(this::list));
    web.add(router, GET, "/v1/stopberichten/:id", "", door.partner(this::fetch));
    web.add(router, POST, "/v1/stopberichten/:id/bevestigingen", JSON, door.partner(this::confirm));
    web.add(
        router,
        POST,
        "/v1/toestemmingen/:id/intrekkingsgevolgen",
        JSON,
        door.partner(this::consequences));
  }

  private Reply list(Authenticated partner, Request request) throws InputFault, SQLException {
    var asked = PostbusEndpoints.Asked.of(partner, request);
    var roles = asked.roles();
    var receiver = asked.receiver();
    var body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("stopberichten");
    for (var message : stops.waiting(partner.peer().oin(), receiver, roles, request.at())) {
      list.add(line(message).put("teLaat", !request.at().isBefore(message.dueAt())));
    }
    return Reply.json(200, body);
  }

  private Reply fetch(Authenticated partner, Request request) throws SQLException {
    var message =
        request.id().isEmpty()
            ? Optional.<StopMessage>empty()
            : stops.find(partner.peer().oin(), request.id().get(), request.at());
    return message
        .map(found -> Reply.json(200, line(found).put("stopbericht", found.jws())))
        .orElseGet(Problem::notThere);
  }

  private static ObjectNode line(StopMessage message) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", message.id().toString())
        .put("doel", message.purpose().code())
        .put("rol", message.receiver().role().code())
        .put("gemaaktOp", message.madeAt().toString())
        .put("uiterlijk", message.dueAt().toString());
  }

  private Reply confirm(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var done = fields.text("gedaan");
    var ground = fields.object("grond");
    var draft = new StopAnswers.AnswerDraft(done, ground.text("wet"), ground.text("artikel"));
    fields.done();
    if (request.id().isEmpty()) {
      return Problem.notThere();
    }
    var work = stops.answer(partner.peer().oin(), party.orElseThrow(), request.id().get(), draft);
    if (work.isEmpty()) {
      return Problem.notThere();
    }
    var outcome = Door.await(sequencer.submit(work.get()));
    return outcome instanceof Outcome.Done ? Reply.empty() : Outcomes.reply(outcome, "id");
  }

  private Reply consequences(Authenticated partner, Request request)
      throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    fields.done();
    if (request.id().isEmpty()) {
      return Problem.notThere();
    }
    return stops
        .consequences(partner.peer().oin(), party.orElseThrow(), request.id().get(), request.at())
        .map(
            c -> {
              var from = c.ask().sender();
              var words = law.now().couldGovern(from, c.ask().receiver(), request.at()).getFirst();
              return Reply.json(200, ConsequencesJson.inGeneral(c.ask(), words, c.continues()));
            })
        .orElseGet(Problem::notThere);
  }
}
