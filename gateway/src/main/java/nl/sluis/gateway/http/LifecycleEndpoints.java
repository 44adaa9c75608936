package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.util.Optional;
import nl.sluis.consent.desk.EndDraft;
import nl.sluis.consent.desk.RenewalDraft;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.sight.PartyConsents;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.desk.FactDesk;
import nl.sluis.gateway.desk.LifecycleDesk;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.policies.terms.PartyRole;

/// What becomes of a consent after it was given, as the sender and the receiver hand it in.
public final class LifecycleEndpoints implements PartnerRoutes {
  private static final String JSON = "application/json";
  private static final String ONE = "/v1/toestemmingen/:id";

  private final LifecycleDesk desk;
  private final Naming naming;
  private final Sequencer sequencer;

  /// @param naming reads what people said
  public LifecycleEndpoints(LifecycleDesk desk, Naming naming, Sequencer sequencer) {
    this.desk = desk;
    this.naming = naming;
    this.sequencer = sequencer;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, GET, ONE, "", door.partner(this::look));
    web.add(
        router,
        POST,
        ONE + "/herroepingen",
        JSON,
        ending(door, (_, _) -> why -> new EndDraft.Revocation(why)));
    web.add(
        router, POST, ONE + "/ongeldigverklaringen", JSON, ending(door, (f, _) -> invalidation(f)));
    web.add(router, POST, ONE + "/opschortingen", JSON, ending(door, (f, _) -> suspension(f)));
    web.add(router, POST, ONE + "/correcties", JSON, ending(door, this::correction));
    web.add(router, POST, ONE + "/vernieuwingen", JSON, door.partner(this::renewal));
  }

  /// Reads the fields of one kind of end, and makes its draft once the reason is sealed.
  private interface Reader {
    Made read(Fields fields, Optional<PartyRole> party);
  }

  private interface Made {
    EndDraft because(EndDraft.Why why);
  }

  private static Made invalidation(Fields fields) {
    var authority = fields.text("instantie");
    var date = fields.text("datum");
    var hash = fields.text("uitspraakHash");
    return why -> new EndDraft.Invalidation(authority, date, hash, why);
  }

  private static Made suspension(Fields fields) {
    var until = fields.text("tot");
    return why -> new EndDraft.Suspension(until, why);
  }

  private Made correction(Fields fields, Optional<PartyRole> party) {
    var voice = naming.voice(party, fields.text("persoon"));
    var utterance = fields.text("uitspraak");
    return why -> new EndDraft.Correction(voice, utterance, why);
  }

  private Door.Endpoint ending(Door door, Reader reader) {
    return door.partner((partner, request) -> end(partner, request, reader));
  }

  private Reply end(Authenticated partner, Request request, Reader reader)
      throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var made = reader.read(fields, party);
    var reason = fields.text("reden");
    var by = fields.object("door");
    var id = by.text("id");
    var function = by.text("functie");
    fields.done();
    var ask = ask(request, party);
    if (ask.isEmpty()) {
      return Problem.notThere();
    }
    FactDesk.Sealing<EndDraft> draft =
        (_, seals) ->
            made.because(new EndDraft.Why(reason, id, function, seals.seal(fields.raw())));
    return file(desk.end(partner.peer().oin(), party.orElseThrow(), ask.get(), draft));
  }

  private Reply renewal(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var said = naming.statement(fields, party);
    var hash = fields.text("tekstHash");
    var until = fields.text("geldigTot");
    fields.done();
    var ask = ask(request, party);
    if (ask.isEmpty()) {
      return Problem.notThere();
    }
    return file(
        desk.renewal(
            partner.peer().oin(),
            party.orElseThrow(),
            ask.get(),
            (_, seals) -> new RenewalDraft(said.apply(seals), hash, until)));
  }

  private Reply look(Authenticated partner, Request request) throws SQLException {
    var id = request.id();
    var line =
        id.isEmpty()
            ? Optional.<PartyConsents.Line>empty()
            : desk.look(id.get(), partner.peer().oin(), request.at());
    return line.map(LifecycleEndpoints::told).orElseGet(Problem::notThere);
  }

  private static Reply told(PartyConsents.Line line) {
    var ask = line.asked().ask();
    var shown = line.asked().shown();
    var body = JsonNodeFactory.instance.objectNode().put("id", ask.id().toString());
    body.put("doel", ask.purpose().code());
    body.set("van", QuestionJson.party(ask.sender()));
    body.set("aan", QuestionJson.party(ask.receiver()));
    body.set("categorieen", QuestionJson.words(ask.categories()));
    body.put("geldigTot", ask.validUntil().toString()).put("eenmalig", ask.oneOff());
    body.putObject("tekst").put("hash", shown.hash()).put("taal", shown.language());
    body.put("stand", line.holds() ? "geldig" : "geen-geldige-toestemming");
    return Reply.json(200, body);
  }

  private Optional<ConsentAsk> ask(Request request, Optional<PartyRole> party) throws SQLException {
    var id = request.id();
    return id.isEmpty() || party.isEmpty() ? Optional.empty() : desk.ask(id.get(), party.get());
  }

  private Reply file(Work<Outcome> work) {
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }
}
