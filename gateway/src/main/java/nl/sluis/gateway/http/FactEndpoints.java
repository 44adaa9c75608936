package nl.sluis.gateway.http;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.desk.ConsentDraft;
import nl.sluis.consent.desk.FamilyDraft;
import nl.sluis.consent.desk.PartyDraft;
import nl.sluis.consent.desk.RegisterDesk;
import nl.sluis.consent.desk.WithdrawalDraft;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.gateway.desk.FactDesk;
import nl.sluis.gateway.desk.LetterDesk;
import nl.sluis.gateway.desk.LinkDesk;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.message.Acting;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Facts about people as partners hand them in: families, consents, stops, preconditions, links.
final class FactEndpoints {
  private final Sequencer sequencer;
  private final FactDesk facts;
  private final LinkDesk links;
  private final LetterDesk letters;
  private final Naming naming;

  FactEndpoints(
      Sequencer sequencer, FactDesk facts, LinkDesk links, LetterDesk letters, Naming naming) {
    this.sequencer = sequencer;
    this.facts = facts;
    this.links = links;
    this.letters = letters;
    this.naming = naming;
  }

  Reply family(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var reference = fields.reference("betrokkene");
    var birth = fields.text("geboortedatum");
    var custody =
        fields.has("gezag")
            ? Optional.of(custody(fields, party))
            : Optional.<FamilyDraft.Custody>empty();
    var residence = fields.has("gemeente") ? residence(fields.object("gemeente")) : null;
    fields.done();
    var draft = new FamilyDraft(birth, custody.orElse(null), residence);
    return file(
        facts.family(
            partner.peer().oin(), party.orElseThrow(), naming.alias(party, reference), draft));
  }

  private static FamilyDraft.Residence residence(Fields fields) {
    return new FamilyDraft.Residence(fields.text("naam"), fields.text("geldigVanaf"));
  }

  private FamilyDraft.Custody custody(Fields fields, Optional<PartyRole> party) {
    var custody = fields.object("gezag");
    var holders =
        custody.objects("houders").stream()
            .map(
                h ->
                    new FamilyDraft.Holder(
                        naming.person(party, h.text("persoon")), h.text("hoedanigheid")))
            .toList();
    return new FamilyDraft.Custody(
        custody.text("situatie"),
        custody.text("bron"),
        custody.text("geldigVanaf"),
        custody.text("verkregenOp"),
        holders);
  }

  Reply consent(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var reference = fields.reference("betrokkene");
    var purpose = fields.purpose("doel");
    var from = draft(fields.object("van"));
    var to = draft(fields.object("aan"));
    var categories = fields.texts("categorieen");
    var function = fields.text("juridischeFunctie");
    var until = fields.text("geldigTot");
    var oneOff = fields.flag("eenmalig");
    var text = fields.object("tekst");
    var shown = new ConsentDraft.Text(text.text("versie"), text.text("hash"), text.text("taal"));
    var statements =
        fields.objects("verklaringen").stream().map(f -> naming.statement(f, party)).toList();
    fields.done();
    return file(
        facts.consent(
            partner.peer().oin(),
            party.orElseThrow(),
            naming.alias(party, reference),
            purpose,
            (subject, seals) ->
                new ConsentDraft(
                    subject,
                    purpose.map(p -> List.of(p.code())).orElse(List.of()),
                    from,
                    to,
                    categories,
                    function,
                    until,
                    oneOff,
                    shown,
                    statements.stream().map(s -> s.apply(seals)).toList())));
  }

  Reply statement(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var statement = naming.statement(fields, party);
    fields.done();
    var ask = ask(request, party);
    if (ask.isEmpty()) {
      return Problem.notThere();
    }
    return file(
        facts.statement(
            partner.peer().oin(),
            party.orElseThrow(),
            ask.get(),
            (subject, seals) -> statement.apply(seals)));
  }

  Reply withdrawal(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var draft =
        new WithdrawalDraft(
            naming.voice(party, fields.text("persoon")),
            fields.text("kanaal"),
            fields.text("tijdstip"),
            fields.texts("categorieen"),
            null);
    fields.done();
    var ask = ask(request, party);
    if (ask.isEmpty()) {
      return Problem.notThere();
    }
    return file(facts.withdrawal(partner.peer().oin(), party.orElseThrow(), ask.get(), draft));
  }

  Reply condition(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var reference = fields.reference("betrokkene");
    var code = fields.text("voorwaarde");
    var purpose = fields.purpose("doel");
    var to = draft(fields.object("aan"));
    var date = fields.text("datum");
    var proof = fields.object("bewijs").raw();
    fields.done();
    return file(
        facts.condition(
            partner.peer().oin(),
            party.orElseThrow(),
            naming.alias(party, reference),
            purpose,
            (subject, seals) ->
                new RegisterDesk.ConditionDraft(
                    code, purpose.orElseThrow().code(), to.oin(), date, seals.seal(proof))));
  }

  Reply linkCode(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var reference = fields.reference("betrokkene");
    var target = fields.object("voor").text("oin");
    var confirmed =
        fields.objects("bevestigdDoor").stream()
            .map(f -> new Acting(f.text("id"), f.text("functie")))
            .toList();
    fields.done();
    if (!Oin.isOin(target)) {
      throw Problem.fault("voor.oin", "Dit is geen OIN", "Gebruik twintig tekens");
    }
    var work =
        links.issue(
            partner.peer().oin(),
            party.orElseThrow(),
            naming.alias(party, reference),
            new Oin(target),
            confirmed);
    return Outcomes.reply(Door.await(sequencer.submit(work)), "koppelcode");
  }

  Reply letter(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var reference = fields.reference("betrokkene");
    var voice = naming.voice(party, fields.text("persoon"));
    var language = fields.text("taal");
    fields.done();
    var work =
        letters.issue(
            partner.peer().oin(),
            party.orElseThrow(),
            naming.alias(party, reference),
            voice,
            language);
    return Outcomes.reply(Door.await(sequencer.submit(work)), "code");
  }

  private Reply file(Work<Outcome> work) {
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }

  private Optional<ConsentAsk> ask(Request request, Optional<PartyRole> party) throws SQLException {
    Optional<UUID> id = request.id();
    return id.isEmpty() || party.isEmpty() ? Optional.empty() : facts.ask(id.get(), party.get());
  }

  private static PartyDraft draft(Fields party) {
    return new PartyDraft(party.text("oin"), party.text("rol"));
  }
}
