package nl.sluis.gateway.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.util.Locale;
import nl.sluis.gateway.exchange.Answer;
import nl.sluis.gateway.exchange.Exchange;
import nl.sluis.gateway.exchange.Refused;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.postbus.Postbus;
import nl.sluis.gateway.token.Authenticated;

/// Handing in a message, and asking how it stands.
final class MessageEndpoints {
  private final Exchange exchange;
  private final Postbus postbus;

  MessageEndpoints(Exchange exchange, Postbus postbus) {
    this.exchange = exchange;
    this.postbus = postbus;
  }

  Reply send(Authenticated partner, Request request) throws Refused {
    return reply(Door.await(exchange.send(partner, request.body())));
  }

  Reply sendAcute(PeerCheck.AcutePeer partner, Request request) throws Refused {
    return reply(exchange.sendAcute(partner, request.body()));
  }

  static Reply reply(Answer answer) {
    if (answer.kind() != Answer.Kind.DOORGELATEN) {
      return Problem.of(answer);
    }
    var body = answer.body().deepCopy();
    if (!answer.receipt().isEmpty()) {
      body.put("ontvangstbewijs", answer.receipt());
    }
    return Reply.json(200, body);
  }

  Reply status(Authenticated partner, Request request) throws SQLException {
    var id = request.id();
    if (id.isEmpty()) {
      return Problem.notThere();
    }
    var status = postbus.status(partner.peer().oin(), id.get(), request.at());
    if (status.isEmpty()) {
      return Problem.notThere();
    }
    var word = status.get().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Reply.json(
        200,
        JsonNodeFactory.instance
            .objectNode()
            .put("transactie", id.get().toString())
            .put("status", word));
  }
}
