package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.ext.web.Router;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import nl.sluis.gateway.message.Acting;
import nl.sluis.gateway.ondertekening.SigningDesk;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;

/// Who may sign as a second person, and what such a person signed beforehand.
public final class SigningEndpoints implements PartnerRoutes {
  private static final String JSON = "application/json";

  private final SigningDesk desk;
  private final Sequencer sequencer;

  /// @param desk knows who may sign
  public SigningEndpoints(SigningDesk desk, Sequencer sequencer) {
    this.desk = desk;
    this.sequencer = sequencer;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    var path = "/v1/ondertekenaars";
    web.add(router, POST, path, JSON, door.partner(this::key));
    web.add(router, POST, path + "/:id/intrekkingen", JSON, door.partner(this::withdrawal));
    web.add(router, POST, "/v1/ondertekenaarcodes", JSON, door.partner(this::code));
    web.add(router, POST, "/v1/akkoorden", JSON, door.partner(this::agreement));
  }

  private Reply key(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var draft = draft(fields);
    var proof = fields.text("bewijs");
    fields.done();
    var work = desk.key(partner.peer().oin(), party.orElseThrow(), draft, proof);
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }

  private Reply code(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var draft = draft(fields);
    fields.done();
    var work = desk.code(partner.peer().oin(), party.orElseThrow(), draft);
    return Outcomes.reply(Door.await(sequencer.submit(work)), "code");
  }

  private static SigningDesk.Draft draft(Fields fields) {
    var confirmedBy =
        fields.objects("bevestigdDoor").stream()
            .map(one -> new Acting(one.text("id"), one.text("functie")))
            .toList();
    return new SigningDesk.Draft(
        fields.text("persoon"), fields.text("functie"), instant(fields), confirmedBy);
  }

  private static Optional<Instant> instant(Fields fields) {
    try {
      return Optional.of(OffsetDateTime.parse(fields.text("geldigTot")).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private Reply withdrawal(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    fields.done();
    if (request.id().isEmpty()) {
      return Problem.notThere();
    }
    var work = desk.withdraw(partner.peer().oin(), party.orElseThrow(), request.id().get());
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }

  private Reply agreement(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var text = fields.text("handtekening");
    fields.done();
    var work = desk.agreement(partner.peer().oin(), party.orElseThrow(), text);
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }
}
