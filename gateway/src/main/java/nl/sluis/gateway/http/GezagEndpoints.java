package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.desk.CustodyDraft;
import nl.sluis.consent.desk.FamilyDraft;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.gateway.desk.GezagDesk;
import nl.sluis.gateway.desk.GezagLook.Seen;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.token.Authenticated;

/// Who has gezag, as partners hand it in, confirm it and read it back. A reference to a person
/// stands in the body, never in a path. May be shared between threads.
public final class GezagEndpoints implements PartnerRoutes {
  private static final String JSON = "application/json";

  private final Sequencer sequencer;
  private final GezagDesk desk;
  private final Naming naming;

  /// @param naming keys the words for people and for staff
  public GezagEndpoints(Sequencer sequencer, GezagDesk desk, Naming naming) {
    this.sequencer = sequencer;
    this.desk = desk;
    this.naming = naming;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    var path = "/v1/gezagsgegevens";
    web.add(router, POST, path, JSON, door.partner(this::register));
    web.add(router, POST, path + "/raadplegingen", JSON, door.partner(this::look));
    web.add(router, POST, path + "/:id/bevestigingen", JSON, door.partner(this::confirm));
  }

  private Reply register(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var reference = fields.reference("betrokkene");
    var situation = fields.text("situatie");
    var domain = fields.text("domein");
    var named = fields.flag("delenGenoemd");
    var source = fields.text("bron");
    var from = fields.text("geldigVanaf");
    var until = fields.text("geldigTot");
    var obtained = fields.text("verkregenOp");
    var holders =
        fields.objects("houders").stream()
            .map(h -> Map.entry(h.text("persoon"), h.text("hoedanigheid")))
            .toList();
    var hash = fields.text("kenmerkHash");
    var reporter = staff(fields);
    fields.done();
    var by = party.orElseThrow();
    var custody =
        new FamilyDraft.Custody(
            situation,
            source,
            from,
            obtained,
            holders.stream()
                .map(h -> new FamilyDraft.Holder(naming.person(party, h.getKey()), h.getValue()))
                .toList());
    var draft =
        new CustodyDraft(custody, until, hash, domain, named, naming.employee(party, reporter));
    return file(desk.register(partner.peer().oin(), by, naming.alias(party, reference), draft));
  }

  private Reply confirm(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var confirmer = staff(fields);
    fields.done();
    Optional<UUID> id = request.id();
    if (id.isEmpty()) {
      return Problem.notThere();
    }
    var by = party.orElseThrow();
    var work = desk.confirm(partner.peer().oin(), by, id.get(), naming.employee(party, confirmer));
    return work.isEmpty() ? Problem.notThere() : file(work.get());
  }

  private Reply look(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var reference = fields.reference("betrokkene");
    var people = fields.texts("personen");
    fields.done();
    var by = party.orElseThrow();
    var words = new HashMap<Hmac, String>();
    people.forEach(word -> words.put(naming.person(party, word), word));
    var seen =
        Door.await(
            sequencer.submit(
                desk.look(partner.peer().oin(), by, naming.alias(party, reference), words)));
    return switch (seen) {
      case Seen.Told(var body) -> Reply.json(200, body);
      case Seen.Refused(Outcome why) -> Outcomes.reply(why, "id");
    };
  }

  /// Who in the organisation does this, by its own word for that person.
  private static String staff(Fields fields) {
    var acting = fields.object("handelend");
    var id = acting.text("id");
    if (id.isBlank()) {
      acting.fault("id", "Wie dit doet ontbreekt", "Noem uw eigen aanduiding van die medewerker");
    }
    return id;
  }

  private Reply file(Work<Outcome> work) {
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }
}
