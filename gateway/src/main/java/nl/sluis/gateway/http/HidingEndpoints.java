package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.desk.Embargo;
import nl.sluis.consent.desk.EmbargoDraft;
import nl.sluis.consent.desk.Shield;
import nl.sluis.consent.desk.ShieldDesk;
import nl.sluis.consent.desk.Voice;
import nl.sluis.gateway.desk.HidingDesk;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.policies.terms.PartyRole;

/// What is hidden from somebody: a receiver (a shield) or one line (an embargo).
public final class HidingEndpoints implements PartnerRoutes {
  private static final String JSON = "application/json";
  private static final UUID NOTHING = new UUID(0, 0);
  private static final String WHOLE_FAMILY = "gezin";

  private final Sequencer sequencer;
  private final HidingDesk desk;
  private final Naming naming;

  /// @param naming knows who is meant
  public HidingEndpoints(Sequencer sequencer, HidingDesk desk, Naming naming) {
    this.sequencer = sequencer;
    this.desk = desk;
    this.naming = naming;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, POST, "/v1/afschermingen", JSON, door.partner(this::shield));
    web.add(router, POST, "/v1/afschermingen/:id/opheffingen", JSON, door.partner(this::unshield));
    web.add(router, POST, "/v1/embargos", JSON, door.partner(this::hide));
    web.add(router, POST, "/v1/embargos/:id/bevestigingen", JSON, door.partner(this::confirm));
    web.add(router, POST, "/v1/embargos/:id/opheffingen", JSON, door.partner(this::show));
  }

  private Reply shield(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var reference = fields.reference("betrokkene");
    var person = naming.person(party, fields.text("persoon"));
    var receiver = fields.object("voor").text("oin");
    var source = fields.text("bron");
    var review = fields.text("herziening");
    var author = naming.author(fields, "door", "reden", party);
    fields.done();
    var work =
        desk.shield(
            partner.peer().oin(),
            party.orElseThrow(),
            naming.alias(party, reference),
            (_, seals) ->
                new ShieldDesk.Draft(person, receiver, source, review, author.apply(seals)));
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }

  private Reply hide(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var reference = fields.reference("betrokkene");
    var about = about(fields);
    var words = fields.texts("verborgenVoor");
    boolean wholeFamily = words.equals(List.of(WHOLE_FAMILY));
    var from =
        wholeFamily
            ? List.<Voice>of()
            : words.stream().map(who -> naming.voice(party, who)).toList();
    var reason = fields.text("reden");
    var review = fields.text("herbeoordelingUiterlijk");
    var second = fields.object("bevestigdDoor");
    var confirmed =
        new EmbargoDraft.Confirmed(
            second.text("id"), second.text("functie"), naming.employee(party, second.text("id")));
    var author = naming.author(fields, "ingesteldDoor", "motivering", party);
    fields.done();
    var work =
        desk.hide(
            partner.peer().oin(),
            party.orElseThrow(),
            naming.alias(party, reference),
            (_, seals) ->
                new EmbargoDraft(
                    about, wholeFamily, from, reason, review, author.apply(seals), confirmed));
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }

  private static UUID about(Fields fields) {
    try {
      return UUID.fromString(fields.text("wat"));
    } catch (IllegalArgumentException _) {
      fields.fault("wat", "Dit is geen nummer", "Noem het id van een toestemming of transactie");
      return NOTHING;
    }
  }

  private Reply unshield(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var author = naming.author(fields, "door", "reden", party);
    fields.done();
    var id = request.id();
    var shield =
        id.isEmpty() ? Optional.<Shield>empty() : desk.shield(id.get(), party.orElseThrow().oin());
    if (shield.isEmpty()) {
      return Problem.notThere();
    }
    var work =
        desk.unshield(
            partner.peer().oin(),
            party.orElseThrow(),
            shield.get(),
            (_, seals) -> author.apply(seals));
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }

  private Optional<Embargo> embargo(Request request, Optional<PartyRole> party)
      throws SQLException {
    var id = request.id();
    return id.isEmpty() ? Optional.empty() : desk.embargo(id.get(), party.orElseThrow().oin());
  }

  private Reply confirm(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var second = naming.author(fields, "door", "motivering", party);
    var review = fields.text("herbeoordelingUiterlijk");
    fields.done();
    var embargo = embargo(request, party);
    if (embargo.isEmpty()) {
      return Problem.notThere();
    }
    var work =
        desk.confirm(
            partner.peer().oin(),
            party.orElseThrow(),
            embargo.get(),
            (_, seals) -> second.apply(seals),
            review);
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }

  private Reply show(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var author = naming.author(fields, "door", "reden", party);
    var reporterHidden = fields.text("melderBlijftVerborgen");
    fields.done();
    var embargo = embargo(request, party);
    if (embargo.isEmpty()) {
      return Problem.notThere();
    }
    var work =
        desk.show(
            partner.peer().oin(),
            party.orElseThrow(),
            embargo.get(),
            (_, seals) -> author.apply(seals),
            reporterHidden);
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }
}
