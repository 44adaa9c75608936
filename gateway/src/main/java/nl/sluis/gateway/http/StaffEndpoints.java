package nl.sluis.gateway.http;

import java.sql.SQLException;
import nl.sluis.gateway.cijfers.CountDesk;
import nl.sluis.gateway.contact.ContactDesk;
import nl.sluis.gateway.contact.PersonDesk;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.policies.cijfers.Period;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Purpose;

/// What is about professionals and groups rather than about a child: contacts, roles and counts.
final class StaffEndpoints {
  private final Sequencer sequencer;
  private final ContactDesk contacts;
  private final PersonDesk people;
  private final CountDesk counts;

  StaffEndpoints(Sequencer sequencer, ContactDesk contacts, PersonDesk people, CountDesk counts) {
    this.sequencer = sequencer;
    this.contacts = contacts;
    this.people = people;
    this.counts = counts;
  }

  Reply contact(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var draft =
        new ContactDesk.ContactDraft(
            fields.text("school"),
            fields.text("deel"),
            fields.text("soort"),
            fields.text("team"),
            fields.text("persoon"),
            fields.text("vervangt"),
            fields.text("vanaf"),
            fields.text("tot"));
    fields.done();
    return file(contacts.add(partner.peer().oin(), party.orElseThrow(), draft));
  }

  Reply contacts(Authenticated partner, Request request) throws InputFault, SQLException {
    var school = request.query().getOrDefault("school", "");
    if (!Oin.isOin(school)) {
      throw Problem.fault("school", "Dit is geen OIN", "Gebruik twintig tekens");
    }
    var part = request.query().getOrDefault("deel", "");
    return contacts
        .today(new Oin(school), part, request.at())
        .map(body -> Reply.json(200, body))
        .orElseGet(Problem::notThere);
  }

  Reply declaration(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var person = fields.text("persoon");
    var also = fields.object("ook");
    var otherOin = also.text("oin");
    var otherPerson = also.text("persoon");
    var from = fields.text("vanaf");
    var until = fields.text("tot");
    fields.done();
    return file(
        people.declare(
            partner.peer().oin(), party.orElseThrow(), person, otherOin, otherPerson, from, until));
  }

  Reply choice(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var person = fields.text("persoon");
    fields.done();
    return file(people.choose(partner.peer().oin(), party.orElseThrow(), person));
  }

  Reply closing(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    fields.done();
    var id = request.id();
    return id.isEmpty()
        ? Problem.notThere()
        : file(people.close(partner.peer().oin(), party.orElseThrow(), id.get()));
  }

  Reply count(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var convenant = fields.text("convenant");
    var period = Period.of(fields.text("periode"));
    var purpose = fields.has("doel") ? fields.purpose("doel") : java.util.Optional.<Purpose>empty();
    fields.done();
    if (period.isEmpty()) {
      throw Problem.fault("periode", "Dit is geen periode", "Schrijf 2026, 2026-K3 of 2026-09");
    }
    var work =
        counts.ask(
            partner.peer().oin(),
            party.orElseThrow(),
            convenant,
            period.get(),
            purpose,
            request.at());
    return switch (Door.await(sequencer.submit(work))) {
      case CountDesk.Answer.Count count -> Reply.json(200, count.body());
      case CountDesk.Answer.Nothing nothing -> Problem.forbidden(nothing.why(), nothing.sentence());
    };
  }

  private Reply file(Work<Outcome> work) {
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }
}
