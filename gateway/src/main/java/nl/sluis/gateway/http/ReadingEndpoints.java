package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.util.Optional;
import nl.sluis.consent.leesmee.Piece;
import nl.sluis.consent.leesmee.ReadingState;
import nl.sluis.gateway.desk.ReadingDesk;
import nl.sluis.gateway.leesmee.Lack;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.policies.scan.BsnScan;

/// Texts that a family reads before they go: laying one ready, seeing how far it is, and writing
/// down what was read on paper. May be shared between threads.
public final class ReadingEndpoints implements PartnerRoutes {
  private static final String JSON = "application/json";
  private static final String PATH = "/v1/leesstukken";
  static final int LONGEST_REMARK = 1000;

  private final Sequencer sequencer;
  private final ReadingDesk desk;
  private final Naming naming;

  /// @param desk knows the texts
  public ReadingEndpoints(Sequencer sequencer, ReadingDesk desk, Naming naming) {
    this.sequencer = sequencer;
    this.desk = desk;
    this.naming = naming;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, POST, PATH, JSON, door.partner(this::lay));
    web.add(router, GET, PATH + "/:id", "", door.partner(this::look));
    web.add(router, POST, PATH + "/:id/papier", JSON, door.partner(this::paper));
  }

  private Reply lay(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var reference = fields.reference("betrokkene");
    var purpose = fields.purpose("doel");
    var to = fields.party("aan");
    var content = fields.object("categorieen").raw();
    fields.done();
    var work =
        desk.lay(
            partner.peer().oin(),
            party.orElseThrow(),
            naming.alias(party, reference),
            purpose.orElseThrow(),
            to.orElseThrow(),
            (ObjectNode) content);
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }

  private Reply look(Authenticated partner, Request request) throws SQLException {
    var id = request.id();
    var seen =
        id.isEmpty()
            ? Optional.<ReadingDesk.Seen>empty()
            : desk.look(id.get(), partner.peer().oin(), request.at());
    return seen.map(ReadingEndpoints::told).orElseGet(Problem::notThere);
  }

  private static Reply told(ReadingDesk.Seen seen) {
    var piece = seen.piece();
    var body = JsonNodeFactory.instance.objectNode().put("id", piece.id().toString());
    body.put("doel", piece.purpose().code()).put("klaargelegdOp", piece.laidAt().toString());
    body.put("lezenTot", piece.readUntil().toString());
    body.put("geldigTot", piece.goodUntil().toString());
    if (!seen.isNewest()) {
      body.put("stand", "vervangen");
    } else if (seen.state() instanceof ReadingState.Done) {
      body.put("stand", "mag-weg");
    } else {
      var lack = Lack.of(seen.state());
      body.put("stand", lack.code()).put("uitleg", lack.sentence());
    }
    var remarks = body.putArray("opmerkingen");
    seen.remarks().forEach(remark -> remarks.add(remark.text()));
    return Reply.json(200, body);
  }

  private Reply paper(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var voice = naming.voice(party, fields.text("persoon"));
    var word = fields.text("woord");
    var at = fields.text("tijdstip");
    var remark = remark(fields);
    var proofFields = fields.object("bewijs");
    var proof = Sheet.proof(proofFields, naming);
    var raw = Sheet.sealable(proofFields);
    fields.done();
    var id = request.id();
    var piece =
        id.isEmpty() ? Optional.<Piece>empty() : desk.find(id.get(), party.orElseThrow().oin());
    if (piece.isEmpty()) {
      return Problem.notThere();
    }
    var paper = new ReadingDesk.Paper(voice, word, at, proof, raw, remark);
    var work = desk.paper(partner.peer().oin(), party.orElseThrow(), piece.get(), paper);
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }

  /// What is to go along; a number that can be a BSN goes nowhere.
  static String remark(Fields fields) {
    var remark = fields.text("opmerking");
    if (remark.length() > LONGEST_REMARK) {
      fields.fault("opmerking", "Dit is te lang", "Gebruik ten hoogste duizend tekens");
    }
    if (BsnScan.holdsBsn(remark)) {
      fields.fault("opmerking", "Hier staat een BSN", "Haal het weg");
    }
    return remark;
  }
}
