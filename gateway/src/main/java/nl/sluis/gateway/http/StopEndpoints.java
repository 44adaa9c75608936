package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.util.Optional;
import nl.sluis.consent.desk.Stop;
import nl.sluis.consent.desk.StopDraft;
import nl.sluis.gateway.desk.StopsDesk;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.policies.terms.PartyRole;

/// Stops on what is exchanged about somebody: recorded, shown to who recorded them, weighed,
/// lifted.
public final class StopEndpoints implements PartnerRoutes {
  private static final String JSON = "application/json";

  private final Sequencer sequencer;
  private final StopsDesk stops;
  private final Naming naming;

  /// @param naming knows who is meant
  public StopEndpoints(Sequencer sequencer, StopsDesk stops, Naming naming) {
    this.sequencer = sequencer;
    this.stops = stops;
    this.naming = naming;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, POST, "/v1/beperkingen", JSON, door.partner(this::restrict));
    web.add(router, GET, "/v1/beperkingen/:id", "", door.partner(this::look));
    web.add(router, POST, "/v1/beperkingen/:id/opheffingen", JSON, door.partner(this::lift));
    web.add(router, POST, "/v1/beperkingen/:id/wegingen", JSON, door.partner(this::weigh));
  }

  private Reply restrict(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var reference = fields.reference("betrokkene");
    var kind = fields.text("soort");
    var from = fields.text("vanaf");
    var until = fields.text("tot");
    var review = fields.text("herziening");
    var author = naming.author(fields, "door", "reden", party);
    fields.done();
    var work =
        stops.restrict(
            partner.peer().oin(),
            party.orElseThrow(),
            naming.alias(party, reference),
            (_, seals) -> new StopDraft(kind, from, until, review, author.apply(seals)));
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }

  private Reply lift(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var author = naming.author(fields, "door", "reden", party);
    fields.done();
    var stop = stop(request, party);
    if (stop.isEmpty()) {
      return Problem.notThere();
    }
    var work =
        stops.lift(
            partner.peer().oin(),
            party.orElseThrow(),
            stop.get(),
            (_, seals) -> author.apply(seals));
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }

  private Reply weigh(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var outcome = fields.text("uitkomst");
    var author = naming.author(fields, "door", "motivering", party);
    fields.done();
    var stop = stop(request, party);
    if (stop.isEmpty()) {
      return Problem.notThere();
    }
    var work =
        stops.weigh(
            partner.peer().oin(),
            party.orElseThrow(),
            stop.get(),
            outcome,
            (_, seals) -> author.apply(seals));
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }

  private Optional<Stop> stop(Request request, Optional<PartyRole> party) throws SQLException {
    var id = request.id();
    return id.isEmpty() || party.isEmpty()
        ? Optional.empty()
        : stops.find(id.get(), party.get().oin());
  }

  private Reply look(Authenticated partner, Request request) throws SQLException {
    var id = request.id();
    return id.isEmpty()
        ? Problem.notThere()
        : stops
            .find(id.get(), partner.peer().oin())
            .map(stop -> Reply.json(200, told(stop)))
            .orElseGet(Problem::notThere);
  }

  private static ObjectNode told(Stop stop) {
    var body = JsonNodeFactory.instance.objectNode().put("id", stop.id().toString());
    body.put("soort", stop.kind()).put("vanaf", stop.from().toString());
    stop.until().ifPresent(until -> body.put("tot", until.toString()));
    stop.reviewOn().ifPresent(day -> body.put("herziening", day.toString()));
    stop.upheld().ifPresent(upheld -> body.put("weging", upheld ? "gegrond" : "ongegrond"));
    return body.put("opgeheven", stop.lifted());
  }
}
