package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import nl.sluis.consent.desk.DeskOnlyDesk;
import nl.sluis.consent.desk.EmbargoDraft;
import nl.sluis.gateway.desk.FactDesk;
import nl.sluis.gateway.desk.OnlyAtDesk;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.policies.terms.PartyRole;

/// That somebody is served at the desk only, and the end of that.
public final class OnlyAtDeskEndpoints implements PartnerRoutes {
  private static final String JSON = "application/json";

  private final Sequencer sequencer;
  private final OnlyAtDesk desk;
  private final Naming naming;

  /// @param naming knows who is meant
  public OnlyAtDeskEndpoints(Sequencer sequencer, OnlyAtDesk desk, Naming naming) {
    this.sequencer = sequencer;
    this.desk = desk;
    this.naming = naming;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, POST, "/v1/alleen-loket", JSON, door.partner(this::set));
    web.add(router, POST, "/v1/alleen-loket/:id/opheffingen", JSON, door.partner(this::lift));
  }

  private Reply set(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var reference = fields.reference("betrokkene");
    var person = naming.voice(party, fields.text("persoon"));
    var source = fields.text("bron");
    var review = fields.text("herziening");
    var two = two(fields, party);
    fields.done();
    var work =
        desk.set(
            partner.peer().oin(),
            party.orElseThrow(),
            naming.alias(party, reference),
            (_, seals) -> new DeskOnlyDesk.Draft(person, source, review, two.apply(seals)));
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }

  private Function<FactDesk.Sealer, DeskOnlyDesk.Two> two(
      Fields fields, Optional<PartyRole> party) {
    var author = naming.author(fields, "door", "reden", party);
    var second = fields.object("bevestigdDoor");
    var id = second.text("id");
    var confirmed =
        new EmbargoDraft.Confirmed(id, second.text("functie"), naming.employee(party, id));
    return seals -> new DeskOnlyDesk.Two(author.apply(seals), confirmed);
  }

  private Reply lift(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var two = two(fields, party);
    fields.done();
    var id = request.id();
    var standing =
        id.isEmpty()
            ? Optional.<DeskOnlyDesk.OnRecord>empty()
            : desk.find(id.get(), party.orElseThrow().oin());
    if (standing.isEmpty()) {
      return Problem.notThere();
    }
    var work =
        desk.lift(
            partner.peer().oin(),
            party.orElseThrow(),
            standing.get(),
            (_, seals) -> two.apply(seals));
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }
}
