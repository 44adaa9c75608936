package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.desk.MergeDesk;
import nl.sluis.gateway.desk.UndoDesk;
import nl.sluis.gateway.desk.UndoDesk.Told;
import nl.sluis.gateway.message.Acting;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Oin;

/// The links of an organisation: to see them, to join a reference to a child, to undo what was
/// wrong.
public final class LinkEndpoints implements PartnerRoutes {
  private static final String JSON = "application/json";

  private final Sequencer sequencer;
  private final MergeDesk merges;
  private final UndoDesk undoing;
  private final Naming naming;

  /// @param naming knows a child by reference
  public LinkEndpoints(Sequencer sequencer, MergeDesk merges, UndoDesk undoing, Naming naming) {
    this.sequencer = sequencer;
    this.merges = merges;
    this.undoing = undoing;
    this.naming = naming;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, POST, "/v1/koppelingen/raadplegingen", JSON, door.partner(this::list));
    web.add(router, POST, "/v1/koppelingen/samenvoegingen", JSON, door.partner(this::merge));
    web.add(router, POST, "/v1/koppelingen/:id/gevolgen", JSON, door.partner(this::preview));
    web.add(router, POST, "/v1/koppelingen/:id/ongedaanmakingen", JSON, door.partner(this::undo));
  }

  private Reply list(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var reference = fields.reference("betrokkene");
    fields.done();
    var by = party.orElseThrow();
    return told(undoing.list(partner.peer().oin(), by, naming.alias(party, reference)));
  }

  private Reply merge(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var reference = fields.reference("betrokkene");
    var other = fields.object("zelfdeAls");
    var oin = other.text("oin");
    var theirs = other.reference("betrokkene");
    var confirmed = confirmed(fields);
    if (!Oin.isOin(oin)) {
      other.fault("oin", "Dit is geen OIN", "Gebruik twintig tekens");
    }
    if (theirs.filter(r -> r.kind() == ReferenceKind.BSN).isPresent()) {
      other.fault(
          "betrokkene.soort", "Noem hier het kenmerk van de ander", "Gebruik `eigen-kenmerk`");
    }
    fields.done();
    var by = party.orElseThrow();
    var work =
        merges.byParty(
            partner.peer().oin(),
            by,
            naming.alias(party, reference),
            naming.alias(new Oin(oin), theirs.orElseThrow(), "zelfdeAls.betrokkene"),
            confirmed);
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }

  private Reply preview(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    fields.done();
    var id = request.id();
    return told(
        id.isEmpty()
            ? Optional.empty()
            : undoing.preview(partner.peer().oin(), party.orElseThrow(), id.get()),
        200);
  }

  private Reply undo(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var confirmed = confirmed(fields);
    fields.done();
    var id = request.id();
    return told(
        id.isEmpty()
            ? Optional.empty()
            : undoing.undo(partner.peer().oin(), party.orElseThrow(), id.get(), confirmed),
        201);
  }

  private Reply told(Work<Told> work) {
    return told(Optional.of(work), 200);
  }

  private Reply told(Optional<Work<Told>> work, int status) {
    if (work.isEmpty()) {
      return Problem.notThere();
    }
    return switch (Door.await(sequencer.submit(work.get()))) {
      case Told.So so -> Reply.json(status, so.body());
      case Told.Not(var outcome) -> Outcomes.reply(outcome, "id");
    };
  }

  private static List<Acting> confirmed(Fields fields) {
    return fields.objects("bevestigdDoor").stream()
        .map(f -> new Acting(f.text("id"), f.text("functie")))
        .toList();
  }
}
