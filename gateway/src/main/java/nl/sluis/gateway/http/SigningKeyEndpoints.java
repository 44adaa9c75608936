package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.ext.web.Router;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import nl.sluis.gateway.aansluiting.OwnRecord;
import nl.sluis.gateway.desk.SigningKeyDesk;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;

/// What a partner sees of how Sluis knows it, and where it announces and withdraws its signing
/// keys. May be shared between threads.
public final class SigningKeyEndpoints implements PartnerRoutes {
  private final SigningKeyDesk desk;
  private final OwnRecord record;
  private final Sequencer sequencer;

  /// @param desk where changes are put on record
  /// @param record what a partner may see of itself
  public SigningKeyEndpoints(SigningKeyDesk desk, OwnRecord record, Sequencer sequencer) {
    this.desk = desk;
    this.record = record;
    this.sequencer = sequencer;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, GET, "/v1/aansluiting", "", door.partner(this::own));
    web.add(
        router, POST, "/v1/ondertekensleutels", "application/jwt", door.partner(this::announce));
    web.add(
        router, POST, "/v1/ondertekensleutels/:kid/intrekkingen", "", door.partner(this::withdraw));
  }

  private Reply announce(Authenticated partner, Request request) throws SQLException {
    var text = new String(request.body(), StandardCharsets.US_ASCII);
    var work = desk.announce(partner.peer().oin(), text);
    var reply = Outcomes.reply(Door.await(sequencer.submit(work)), "kid");
    desk.takeOver();
    return reply;
  }

  private Reply withdraw(Authenticated partner, Request request) throws SQLException {
    var work = desk.withdraw(partner.peer().oin(), request.path().getOrDefault("kid", ""));
    var reply = Outcomes.reply(Door.await(sequencer.submit(work)), "kid");
    desk.takeOver();
    return reply;
  }

  private Reply own(Authenticated partner, Request request) throws SQLException {
    var oin = partner.peer().oin();
    var found = record.of(oin, request.at());
    if (found.isEmpty()) {
      return Problem.notThere();
    }
    var one = found.get();
    var body = JsonNodeFactory.instance.objectNode();
    body.put("oin", oin.value()).put("naam", one.name());
    var keys = body.putArray("ondertekensleutels");
    one.keys()
        .forEach(
            key -> {
              var told = keys.addObject().put("kid", key.kid()).put("stand", key.state());
              key.from().ifPresent(at -> told.put("geldigVanaf", at.toString()));
              key.until().ifPresent(at -> told.put("geldigTot", at.toString()));
              key.replacedBy().ifPresent(kid -> told.put("vervangenDoor", kid));
            });
    var certificates = body.putArray("certificaten");
    one.certificates()
        .forEach(
            seen ->
                certificates
                    .addObject()
                    .put("serienummer", seen.serial())
                    .put("uitgever", seen.issuer())
                    .put("geldigTot", seen.until().toString())
                    .put("gezienOp", seen.seenAt().toString()));
    var near = body.putArray("verloopt");
    one.near()
        .forEach(
            end ->
                near.addObject()
                    .put("wat", end.what())
                    .put("naam", end.name())
                    .put("op", end.at().toString())
                    .put("dagen", end.daysLeft(request.at()))
                    .put("over", end.of(oin).about().toString()));
    return Reply.json(200, body);
  }
}
