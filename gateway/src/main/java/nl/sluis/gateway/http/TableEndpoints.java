package nl.sluis.gateway.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.overleg.MeetingDraft;
import nl.sluis.gateway.overleg.OverlegDesk;
import nl.sluis.gateway.overleg.OverlegDraft;
import nl.sluis.gateway.overleg.OverlegDraft.MemberDraft;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// Tables around a child: opening, seating, freezing, closing and looking.
final class TableEndpoints {
  private final Sequencer sequencer;
  private final OverlegDesk desk;
  private final Naming naming;

  TableEndpoints(Sequencer sequencer, OverlegDesk desk, Naming naming) {
    this.sequencer = sequencer;
    this.desk = desk;
    this.naming = naming;
  }

  Reply open(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var reference = fields.reference("betrokkene");
    var family = fields.object("gezin");
    var draft =
        new OverlegDraft(
            fields.text("soort"),
            fields.text("doel"),
            fields.text("agendavraag"),
            family.text("hoe"),
            family.text("datum"),
            fields.objects("leden").stream().map(TableEndpoints::member).toList());
    fields.done();
    return file(
        desk.open(
            partner.peer().oin(), party.orElseThrow(), naming.alias(party, reference), draft));
  }

  Reply member(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var draft = member(fields.object("lid"));
    fields.done();
    var id = request.id();
    return id.isEmpty()
        ? Problem.notThere()
        : file(desk.addMember(partner.peer().oin(), party.orElseThrow(), id.get(), draft));
  }

  Reply subject(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var reference = fields.reference("betrokkene");
    fields.done();
    var id = request.id();
    if (id.isEmpty()) {
      return Problem.notThere();
    }
    var alias = naming.alias(party, reference);
    return file(desk.addSubject(partner.peer().oin(), party.orElseThrow(), id.get(), alias));
  }

  Reply freeze(Authenticated partner, Request request) throws InputFault, SQLException {
    var party = onlyParty(request);
    var id = request.id();
    return id.isEmpty()
        ? Problem.notThere()
        : file(desk.freeze(partner.peer().oin(), party, id.get()));
  }

  Reply close(Authenticated partner, Request request) throws InputFault, SQLException {
    var party = onlyParty(request);
    var id = request.id();
    return id.isEmpty()
        ? Problem.notThere()
        : file(desk.close(partner.peer().oin(), party, id.get()));
  }

  /// The tables of one seat, without who sits there and about whom.
  Reply list(Authenticated partner, Request request) throws InputFault, SQLException {
    var seat = new PartyRole(partner.peer().oin(), role(request));
    var body = JsonNodeFactory.instance.objectNode();
    body.putArray("overleggen").addAll(desk.list(seat, request.at()));
    return Reply.json(200, body);
  }

  /// That they met, and who was there.
  Reply meeting(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var draft =
        new MeetingDraft(
            fields.text("gehoudenOp"),
            fields.text("gezin"),
            fields.objects("aanwezig").stream()
                .map(seat -> new MeetingDraft.Seat(seat.text("oin"), seat.text("rol")))
                .toList());
    fields.done();
    var id = request.id();
    return id.isEmpty()
        ? Problem.notThere()
        : file(desk.meet(partner.peer().oin(), party.orElseThrow(), id.get(), draft));
  }

  /// What a member sees: seats and functions, and of what was sent only its own.
  Reply look(Authenticated partner, Request request) throws InputFault {
    var role = role(request);
    var caller = partner.peer().oin();
    var id = request.id();
    if (id.isEmpty()) {
      return Problem.notThere();
    }
    var seen =
        Door.await(sequencer.submit(desk.look(caller, new PartyRole(caller, role), id.get())));
    return seen.map(body -> Reply.json(200, body)).orElseGet(Problem::notThere);
  }

  private static Role role(Request request) throws InputFault {
    return Role.of(request.query().getOrDefault("rol", ""))
        .orElseThrow(
            () -> Problem.fault("rol", "Deze rol bestaat niet", "Noem uw rol aan deze tafel"));
  }

  private static PartyRole onlyParty(Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    fields.done();
    return party.orElseThrow();
  }

  private static MemberDraft member(Fields fields) {
    return new MemberDraft(
        fields.text("oin"),
        fields.text("rol"),
        fields.text("persoon"),
        fields.text("functie"),
        fields.flag("casushouder"),
        fields.text("reden"));
  }

  private Reply file(Work<Outcome> work) {
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }
}
