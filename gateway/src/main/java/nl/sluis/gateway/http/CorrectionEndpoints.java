package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.util.Optional;
import nl.sluis.gateway.desk.CorrectionDesk;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.nacontrole.Correction;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;

/// What should not have reached its receivers, or not so, as they fetch and answer it (AVG 19).
public final class CorrectionEndpoints implements PartnerRoutes {
  private static final int LONGEST_FUNCTION = 80;

  private final CorrectionDesk desk;
  private final Sequencer sequencer;

  /// @param desk knows what is for whom
  public CorrectionEndpoints(CorrectionDesk desk, Sequencer sequencer) {
    this.desk = desk;
    this.sequencer = sequencer;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    var corrections = "/v1/rechtzettingen";
    web.add(router, GET, corrections, "", door.partner(this::list));
    web.add(
        router,
        POST,
        corrections + "/:id/bevestigingen",
        "application/json",
        door.partner(this::confirm));
  }

  private Reply list(Authenticated partner, Request request) throws InputFault, SQLException {
    var receiver = PostbusEndpoints.Asked.of(partner, request).receiver();
    var body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("rechtzettingen");
    for (var one : desk.waiting(partner.peer().oin(), receiver, request.at())) {
      list.addObject()
          .put("transactie", one.transaction().toString())
          .put("doel", one.purpose().code())
          .put("rol", one.to().role().code())
          .put("gemaaktOp", one.madeAt().toString())
          .put("uiterlijk", one.due().toString())
          .put("uitkomst", one.cause().found())
          .put("teLaat", !request.at().isBefore(one.due()))
          .put("rechtzetting", one.jws());
    }
    return Reply.json(200, body);
  }

  private Reply confirm(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var done = fields.text("gedaan");
    var ground = fields.object("grond");
    var law = ground.text("wet");
    var article = ground.text("artikel");
    var function = fields.text("functie");
    if (function.isBlank() || function.length() > LONGEST_FUNCTION) {
      fields.fault(
          "functie", "Er staat niet in welke functie", "Schrijf ten hoogste tachtig tekens");
    }
    fields.done();
    var id = request.id();
    var found =
        id.isEmpty()
            ? Optional.<Correction>empty()
            : desk.find(partner.peer().oin(), id.get(), request.at());
    if (found.isEmpty()) {
      return Problem.notThere();
    }
    var draft = new CorrectionDesk.Draft(done, law, article, function);
    var work = desk.confirm(partner.peer().oin(), party.orElseThrow(), found.get(), draft);
    var outcome = Door.await(sequencer.submit(work));
    return outcome instanceof Outcome.Done ? Reply.empty() : Outcomes.reply(outcome, "id");
  }
}
