package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.ext.web.Router;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import nl.sluis.gateway.desk.ReversalDesk;
import nl.sluis.gateway.desk.ReversalLook;
import nl.sluis.gateway.message.SenderKeys;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.terugroeping.ReversalKind;
import nl.sluis.gateway.terugroeping.ReversalStatement;
import nl.sluis.gateway.token.Authenticated;

/// Calling back and replacing what was sent, giving back what was received, and how that stands.
/// May be shared between threads.
public final class ReversalEndpoints implements PartnerRoutes {
  private static final String JWT = "application/jwt";

  private final ReversalDesk desk;
  private final ReversalLook look;
  private final SenderKeys keys;
  private final Sequencer sequencer;

  /// @param desk does it
  /// @param look knows what became of it
  /// @param keys with which statements are checked
  public ReversalEndpoints(
      ReversalDesk desk, ReversalLook look, SenderKeys keys, Sequencer sequencer) {
    this.desk = desk;
    this.look = look;
    this.keys = keys;
    this.sequencer = sequencer;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(
        router,
        POST,
        "/v1/berichten/:id/terugroepingen",
        JWT,
        door.partner((partner, request) -> undo(ReversalKind.TERUGROEPING, partner, request)));
    web.add(
        router,
        POST,
        "/v1/berichten/:id/rectificaties",
        JWT,
        door.partner((partner, request) -> undo(ReversalKind.RECTIFICATIE, partner, request)));
    web.add(
        router,
        POST,
        "/v1/postbus/:id/retouren",
        JWT,
        door.partner((partner, request) -> undo(ReversalKind.RETOUR, partner, request)));
    web.add(router, GET, "/v1/terugroepingen/:id", "", door.partner(this::status));
    web.add(router, GET, "/v1/retouren", "", door.partner(this::returned));
  }

  /// Not found and not yours are one answer, whatever the statement says.
  private Reply undo(ReversalKind kind, Authenticated partner, Request request)
      throws JwsFault, SQLException {
    var text = new String(request.body(), StandardCharsets.US_ASCII);
    var said = ReversalStatement.read(kind, text, keys, request.at());
    var caller = partner.peer().oin();
    if (!request.id().equals(Optional.of(said.about())) || !caller.equals(said.signer())) {
      return Problem.notThere();
    }
    if (desk.isOther(said)) {
      return Problem.taken();
    }
    var work = desk.undo(caller, said, request.at());
    return work.isEmpty()
        ? Problem.notThere()
        : Outcomes.reply(Door.await(sequencer.submit(work.get())), "id");
  }

  private Reply status(Authenticated partner, Request request) throws SQLException {
    var found =
        request.id().isEmpty()
            ? Optional.<ReversalLook.Known>empty()
            : look.find(partner.peer().oin(), request.id().get(), request.at());
    if (found.isEmpty()) {
      return Problem.notThere();
    }
    var one = found.get().reversal();
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", one.id().toString())
            .put("soort", one.said().kind().code())
            .put("transactie", one.parcel().transaction().toString())
            .put("reden", one.said().reason())
            .put("gevolg", one.effect().code())
            .put("gemaaktOp", one.at().toString());
    one.said().by().ifPresent(other -> body.put("vervangenDoor", other.toString()));
    var answer = found.get().answer();
    one.due()
        .ifPresent(
            due ->
                body.put("uiterlijk", due.toString())
                    .put("teLaat", answer.isEmpty() && !request.at().isBefore(due)));
    answer.ifPresent(
        said -> {
          var told = body.putObject("antwoord");
          told.put("gedaan", said.done().code()).put("op", said.at().toString());
          said.law().ifPresent(law -> told.put("grond", law));
        });
    return Reply.json(200, body);
  }

  private Reply returned(Authenticated partner, Request request) throws InputFault, SQLException {
    var asked = PostbusEndpoints.Asked.of(partner, request);
    var body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("retouren");
    for (var one : look.returned(partner.peer().oin(), asked.receiver(), request.at())) {
      list.add(
          JsonNodeFactory.instance
              .objectNode()
              .put("id", one.id().toString())
              .put("transactie", one.parcel().transaction().toString())
              .put("doel", one.parcel().purpose().code())
              .put("rol", one.parcel().from().role().code())
              .put("reden", one.said().reason())
              .put("gemaaktOp", one.at().toString())
              .put("uiterlijk", one.due().orElseThrow().toString())
              .put("teLaat", !request.at().isBefore(one.due().orElseThrow()))
              .put("retour", one.said().text()));
    }
    return Reply.json(200, body);
  }
}
