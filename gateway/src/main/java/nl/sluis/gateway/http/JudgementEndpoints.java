package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.gateway.desk.FactDesk;
import nl.sluis.gateway.desk.JudgementDesk;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.token.Authenticated;

/// What a professional judged and what a court decided, as partners hand it in. May be shared
/// between threads.
public final class JudgementEndpoints implements PartnerRoutes {
  private static final String JSON = "application/json";

  private final Sequencer sequencer;
  private final FactDesk facts;
  private final JudgementDesk judgements;
  private final Naming naming;

  /// @param facts knows the consents
  public JudgementEndpoints(
      Sequencer sequencer, FactDesk facts, JudgementDesk judgements, Naming naming) {
    this.sequencer = sequencer;
    this.facts = facts;
    this.judgements = judgements;
    this.naming = naming;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, POST, "/v1/oordelen", JSON, door.partner(this::judge));
    web.add(
        router,
        POST,
        "/v1/toestemmingen/:id/vervangende-toestemmingen",
        JSON,
        door.partner(this::substitute));
  }

  private Reply judge(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var reference = fields.reference("betrokkene");
    var purpose = fields.purpose("doel");
    if (!fields.has("wilsbekwaam")) {
      fields.fault("wilsbekwaam", "Het oordeel ontbreekt", "Stuur true of false");
    }
    var able = fields.flag("wilsbekwaam");
    var date = fields.text("datum");
    var by = fields.object("oordeelDoor");
    var judged =
        new JudgementDesk.Judged(
            able, date, by.text("id"), by.text("functie"), fields.text("motivering"));
    fields.done();
    return file(
        judgements.judge(
            partner.peer().oin(),
            party.orElseThrow(),
            naming.alias(party, reference),
            purpose.orElseThrow(),
            judged,
            proof(judged)));
  }

  private static ObjectNode proof(JudgementDesk.Judged judged) {
    var proof = JsonNodeFactory.instance.objectNode();
    proof.putObject("oordeelDoor").put("id", judged.judgedBy()).put("functie", judged.function());
    return proof.put("motivering", judged.motivation()).put("datum", judged.date());
  }

  private Reply substitute(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var parent = fields.text("vervangtOuder");
    var purpose = fields.text("doel");
    var to = fields.object("aan").text("oin");
    var categories = fields.texts("categorieen");
    var named = fields.flag("delenGenoemd");
    var date = fields.text("datum");
    var until = fields.text("geldigTot");
    var hash = fields.text("uitspraakHash");
    var source = fields.object("bewijs");
    var proof =
        JsonNodeFactory.instance
            .objectNode()
            .put("ecliOfZaaknr", source.text("ecliOfZaaknr"))
            .put("letterlijkeReikwijdte", source.text("letterlijkeReikwijdte"));
    fields.done();
    Optional<UUID> id = request.id();
    var ask =
        id.isEmpty() ? Optional.<ConsentAsk>empty() : facts.ask(id.get(), party.orElseThrow());
    if (ask.isEmpty()) {
      return Problem.notThere();
    }
    var label = naming.person(party, parent);
    var ruling =
        new JudgementDesk.Ruling(label, purpose, to, categories, named, date, until, hash, proof);
    return file(
        judgements.substitute(partner.peer().oin(), party.orElseThrow(), ask.get(), ruling));
  }

  private Reply file(Work<Outcome> work) {
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }
}
