package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.evaluatie.EvaluationDesk;
import nl.sluis.gateway.evaluatie.Referral;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;

/// That an organisation referred a child to help itself, and what the family says of it later.
public final class EvaluationEndpoints implements PartnerRoutes {
  private static final String ALL = "/v1/evaluaties";
  private static final String JSON = "application/json";

  private final EvaluationDesk desk;
  private final Naming naming;
  private final Sequencer sequencer;

  /// @param desk knows the referrals
  /// @param naming keys the partner's reference to the child
  public EvaluationEndpoints(EvaluationDesk desk, Naming naming, Sequencer sequencer) {
    this.desk = desk;
    this.naming = naming;
    this.sequencer = sequencer;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, GET, ALL, "", door.partner(this::list));
    web.add(router, POST, ALL, JSON, door.partner(this::refer));
    web.add(router, GET, ALL + "/:id/antwoorden", "", door.partner(this::answers));
  }

  private Reply list(Authenticated partner, Request request) throws InputFault, SQLException {
    var organisation = PostbusEndpoints.Asked.of(partner, request).receiver();
    var body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("evaluaties");
    for (var line : desk.of(partner.peer().oin(), organisation, request.at())) {
      list.addObject()
          .put("id", line.referral().id().toString())
          .put("rol", line.referral().by().role().code())
          .put("verwezenOp", line.referral().on().toString())
          .put("vraagVanaf", line.from().toString())
          .put("stand", line.stand().code());
    }
    return Reply.json(200, body);
  }

  private Reply refer(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var reference = fields.reference("betrokkene");
    var on = day(fields.text("verwezenOp"));
    if (on.isEmpty()) {
      fields.fault("verwezenOp", "Dit is geen dag", "Schrijf jaar, maand en dag als 2026-11-24");
    }
    fields.done();
    var work =
        desk.refer(
            partner.peer().oin(),
            party.orElseThrow(),
            naming.alias(party, reference),
            on.orElseThrow(),
            request.at());
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }

  private Reply answers(Authenticated partner, Request request) throws InputFault, SQLException {
    var organisation = PostbusEndpoints.Asked.of(partner, request).receiver();
    var id = request.id();
    var referral =
        id.isEmpty()
            ? Optional.<Referral>empty()
            : desk.find(id.get(), partner.peer().oin(), organisation, request.at());
    if (referral.isEmpty()) {
      return Problem.notThere();
    }
    var work = desk.fetch(partner.peer().oin(), referral.get(), request.at());
    var outcome = Door.await(sequencer.submit(work));
    if (!(outcome instanceof Outcome.Done done)) {
      return Outcomes.reply(outcome, "id");
    }
    var body = Outcomes.done(done, "id");
    var list = body.putArray("antwoorden");
    for (var said : desk.handed(referral.get())) {
      list.addObject()
          .put("wie", said.role())
          .put("gegevenOp", said.day().toString())
          .set("antwoord", said.answer());
    }
    return Reply.json(200, body);
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
