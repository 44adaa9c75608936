package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import nl.sluis.gateway.aflevering.DeliveryDesk;
import nl.sluis.gateway.aflevering.Stand;
import nl.sluis.gateway.postbus.Postbus;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;

/// What is brought to a receiver: how far it came, and asking to bring it anew.
public final class DeliveryEndpoints implements PartnerRoutes {
  private final DeliveryDesk desk;
  private final Postbus postbus;
  private final Sequencer sequencer;

  /// @param desk knows how far each came
  /// @param postbus finds a parcel
  /// @param sequencer in which order all is done
  public DeliveryEndpoints(DeliveryDesk desk, Postbus postbus, Sequencer sequencer) {
    this.desk = desk;
    this.postbus = postbus;
    this.sequencer = sequencer;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, GET, "/v1/afleveringen", "", door.partner(this::list));
    web.add(router, POST, "/v1/postbus/:id/afleveringen", "", door.partner(this::again));
  }

  private Reply list(Authenticated partner, Request request) throws InputFault, SQLException {
    var asked = PostbusEndpoints.Asked.of(partner, request);
    var body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("afleveringen");
    var states = desk.states(partner.peer().oin(), asked.receiver(), asked.roles(), request.at());
    states.forEach(
        (parcel, state) -> {
          var line = list.addObject().put("pakket", parcel.toString());
          line.put("stand", state.stand().code()).put("pogingen", state.attempts());
          if (!state.why().isEmpty()) {
            line.put("reden", state.why());
          }
          if (state.stand() == Stand.UITGESTELD || state.stand() == Stand.AANGEBODEN) {
            line.put("volgendeOp", state.next().toString());
          }
        });
    return Reply.json(200, body);
  }

  private Reply again(Authenticated partner, Request request) throws SQLException {
    var parcel = request.id().isEmpty() ? null : postbus.find(request.id().get()).orElse(null);
    if (parcel == null
        || !Door.await(sequencer.submit(desk.again(partner.peer().oin(), parcel, request.at())))) {
      return Problem.notThere();
    }
    postbus.bell().ring(parcel.receiver().oin());
    return Reply.empty();
  }
}
