package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import nl.sluis.gateway.bereik.DeskReach;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;

/// How somebody wants to be told, as said at the desk; and how many must be reached otherwise.
public final class ReachEndpoints implements PartnerRoutes {
  private final Sequencer sequencer;
  private final DeskReach desk;
  private final Naming naming;

  /// @param naming knows who is meant
  public ReachEndpoints(Sequencer sequencer, DeskReach desk, Naming naming) {
    this.sequencer = sequencer;
    this.desk = desk;
    this.naming = naming;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, POST, "/v1/bereik", "application/json", door.partner(this::record));
    web.add(router, GET, "/v1/onbereikt", "", door.partner(this::unreached));
  }

  private Reply record(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var reference = fields.reference("betrokkene");
    var draft =
        new DeskReach.Draft(
            naming.voice(party, fields.text("persoon")),
            fields.text("stap"),
            fields.text("kanaal"),
            fields.text("adres"),
            fields.text("taal"));
    fields.done();
    var work =
        desk.record(
            partner.peer().oin(), party.orElseThrow(), naming.alias(party, reference), draft);
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }

  private Reply unreached(Authenticated partner, Request request) throws SQLException {
    var body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("onbereikt");
    for (var one : desk.numbers(partner.peer().oin(), request.at())) {
      list.addObject()
          .put("reden", one.reason())
          .put("aantal", one.number())
          .put("teLaat", one.late())
          .put("eersteUiterlijk", one.first().toString());
    }
    return Reply.json(200, body);
  }
}
