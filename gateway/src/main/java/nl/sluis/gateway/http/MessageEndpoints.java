package nl.sluis.gateway.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import nl.sluis.gateway.desk.ReversalLook;
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
  private final ReversalLook reversals;

  MessageEndpoints(Exchange exchange, Postbus postbus, ReversalLook reversals) {
    this.exchange = exchange;
    this.postbus = postbus;
    this.reversals = reversals;
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
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("transactie", id.get().toString())
            .put("status", word);
    reversals
        .ofExchange(partner.peer().oin(), id.get(), request.at())
        .ifPresent(found -> body.set("terugroeping", told(found, request.at())));
    return Reply.json(200, body);
  }

  /// That its sender called it back or replaced it, how far that is, and where all of it stands.
  private static ObjectNode told(ReversalLook.Known found, Instant now) {
    var one = found.reversal();
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", one.id().toString())
        .put("soort", one.said().kind().code())
        .put("stand", found.standing(now).code())
        .put("adres", "/v1/terugroepingen/" + one.id());
  }
}
