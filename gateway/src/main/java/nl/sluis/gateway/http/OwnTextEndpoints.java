package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.util.Optional;
import nl.sluis.consent.leesmee.Piece;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.desk.PaperDesk;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;

/// The texts that an organisation laid ready, for who keeps none of them: which there are, and what
/// one says, so that exactly that is sent. May be shared between threads.
public final class OwnTextEndpoints implements PartnerRoutes {
  private static final String PATH = "/v1/leesstukken";

  private final Sequencer sequencer;
  private final PaperDesk desk;

  /// @param desk knows what an organisation laid ready
  public OwnTextEndpoints(Sequencer sequencer, PaperDesk desk) {
    this.sequencer = sequencer;
    this.desk = desk;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, GET, PATH, "", door.partner(this::list));
    web.add(router, POST, PATH + "/:id/teksten", "application/json", door.partner(this::text));
  }

  private Reply list(Authenticated partner, Request request) throws SQLException {
    var body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("leesstukken");
    for (var piece : desk.laid(partner.peer().oin(), request.at())) {
      var line = list.addObject().put("id", piece.id().toString());
      line.put("doel", piece.purpose().code()).put("rol", piece.from().role().code());
      line.set("aan", QuestionJson.party(piece.to()));
      line.put("klaargelegdOp", piece.laidAt().toString());
      line.put("lezenTot", piece.readUntil().toString());
      line.put("geldigTot", piece.goodUntil().toString());
    }
    return Reply.json(200, body);
  }

  /// What it says goes out after the row that says so, and to nobody but who wrote it.
  private Reply text(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    fields.done();
    var id = request.id();
    var piece =
        id.isEmpty() ? Optional.<Piece>empty() : desk.piece(id.get(), party.orElseThrow().oin());
    if (piece.isEmpty() || !request.at().isBefore(piece.get().goodUntil())) {
      return Problem.notThere();
    }
    var work = desk.takeUp(partner.peer().oin(), party.orElseThrow(), piece.get());
    var outcome = Door.await(sequencer.submit(work));
    return outcome instanceof Outcome.Done
        ? desk.content(piece.get()).map(OwnTextEndpoints::told).orElseGet(Problem::notThere)
        : Outcomes.reply(outcome, "id");
  }

  private static Reply told(JsonNode content) {
    var body = JsonNodeFactory.instance.objectNode();
    body.set("categorieen", content);
    return Reply.json(200, body);
  }
}
