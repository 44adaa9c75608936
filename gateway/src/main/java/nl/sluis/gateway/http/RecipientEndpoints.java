package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.gateway.verzoek.RecipientDesk;
import nl.sluis.gateway.verzoek.RecipientMessage;

/// Data that were mended or erased at their holder, for those who got them: fetched and answered
/// (AVG 19). May be shared between threads.
public final class RecipientEndpoints implements PartnerRoutes {
  private static final String PATH = "/v1/ontvangersberichten";
  private static final int LONGEST_FUNCTION = 80;

  private final RecipientDesk desk;
  private final Sequencer sequencer;

  /// @param desk knows what is for whom
  public RecipientEndpoints(RecipientDesk desk, Sequencer sequencer) {
    this.desk = desk;
    this.sequencer = sequencer;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, GET, PATH, "", door.partner(this::list));
    web.add(router, GET, PATH + "/:id", "", door.partner(this::fetch));
    web.add(
        router, POST, PATH + "/:id/bevestigingen", "application/json", door.partner(this::confirm));
  }

  private Reply list(Authenticated partner, Request request) throws InputFault, SQLException {
    var receiver = PostbusEndpoints.Asked.of(partner, request).receiver();
    var body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("ontvangersberichten");
    for (var one : desk.waiting(partner.peer().oin(), receiver, request.at())) {
      list.add(told(one, request.at()));
    }
    return Reply.json(200, body);
  }

  private Reply fetch(Authenticated partner, Request request) throws SQLException {
    return find(partner, request)
        .map(one -> Reply.json(200, told(one, request.at()).put("ontvangersbericht", one.jws())))
        .orElseGet(Problem::notThere);
  }

  private Optional<RecipientMessage> find(Authenticated partner, Request request)
      throws SQLException {
    var id = request.id();
    return id.isEmpty()
        ? Optional.empty()
        : desk.find(id.get(), partner.peer().oin(), request.at());
  }

  private static ObjectNode told(RecipientMessage message, Instant now) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", message.id().toString())
        .put("wat", message.what().code())
        .put("rol", message.to().role().code())
        .put("gemaaktOp", message.madeAt().toString())
        .put("uiterlijk", message.due().toString())
        .put("teLaat", message.isLate(now));
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
    var found = find(partner, request);
    if (found.isEmpty()) {
      return Problem.notThere();
    }
    var draft = new RecipientDesk.Draft(done, law, article, function);
    var work = desk.confirm(partner.peer().oin(), party.orElseThrow(), found.get(), draft);
    var outcome = Door.await(sequencer.submit(work));
    return outcome instanceof Outcome.Done ? Reply.empty() : Outcomes.reply(outcome, "id");
  }
}
