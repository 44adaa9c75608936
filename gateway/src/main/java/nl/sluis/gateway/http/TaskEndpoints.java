package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import nl.sluis.gateway.desk.TaskDesk;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;

/// What an organisation has to do.
public final class TaskEndpoints implements PartnerRoutes {
  private static final int LONGEST = 1_000;

  private final Sequencer sequencer;
  private final TaskDesk desk;

  /// @param desk knows the tasks
  public TaskEndpoints(Sequencer sequencer, TaskDesk desk) {
    this.sequencer = sequencer;
    this.desk = desk;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, GET, "/v1/taken", "", door.partner(this::list));
    web.add(
        router, POST, "/v1/taken/:id/afhandelingen", "application/json", door.partner(this::close));
  }

  private Reply list(Authenticated partner, Request request) throws InputFault, SQLException {
    var organisation = PostbusEndpoints.Asked.of(partner, request).receiver();
    var body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("taken");
    for (var open : desk.of(partner.peer().oin(), organisation, request.at())) {
      list.addObject()
          .put("id", open.id().toString())
          .put("soort", open.task().kind().code())
          .put("over", open.task().about().toString())
          .put("geopendOp", open.openedAt().toString())
          .put("uiterlijk", open.task().due().toString())
          .put("teLaat", open.late());
    }
    return Reply.json(200, body);
  }

  private Reply close(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var outcome = fields.oneOf("uitkomst", "gedaan", "niet-nodig");
    var why = fields.text("toelichting");
    if (why.isBlank() || why.length() > LONGEST) {
      fields.fault(
          "toelichting",
          "Er staat niet wat u hebt gedaan of waarom het niet nodig was",
          "Schrijf ten hoogste duizend tekens");
    }
    fields.done();
    var open =
        request.id().isEmpty()
            ? null
            : desk.find(request.id().get(), party.orElseThrow().oin()).orElse(null);
    if (open == null) {
      return Problem.notThere();
    }
    var work = desk.bySystem(partner.peer().oin(), party.orElseThrow(), open, outcome, why);
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }
}
