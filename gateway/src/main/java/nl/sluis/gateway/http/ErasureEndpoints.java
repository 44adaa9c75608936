package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.sluis.gateway.desk.ErasureDesk;
import nl.sluis.gateway.message.Acting;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.gateway.wissen.Erasures;
import nl.sluis.gateway.wissen.Ground;
import nl.sluis.policies.question.ReferenceKind;

/// Having a child erased (AVG 17), and looking how far that is.
public final class ErasureEndpoints implements PartnerRoutes {
  private final ErasureDesk desk;
  private final Naming naming;
  private final Sequencer sequencer;

  /// @param naming knows a child by reference
  public ErasureEndpoints(ErasureDesk desk, Naming naming, Sequencer sequencer) {
    this.desk = desk;
    this.naming = naming;
    this.sequencer = sequencer;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, POST, "/v1/wissingen", "application/json", door.partner(this::erase));
    web.add(router, GET, "/v1/wissingen/:id", "", door.partner(this::look));
  }

  private Reply erase(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var reference = fields.reference("betrokkene");
    var ground = fields.oneOf("grond", Ground.codes().toArray(String[]::new));
    var asker =
        fields.oneOf(
            "verzoeker",
            Arrays.stream(Erasures.Asker.values())
                .map(Erasures.Asker::code)
                .toArray(String[]::new));
    var confirmed =
        fields.objects("bevestigdDoor").stream()
            .map(f -> new Acting(f.text("id"), f.text("functie")))
            .toList();
    for (var field : List.of("grond", "verzoeker")) {
      if (fields.text(field).isEmpty()) {
        fields.fault(field, "Dit veld ontbreekt", "Kies een woord uit de beschrijving");
      }
    }
    if (reference.filter(r -> r.kind() == ReferenceKind.BSN).isPresent()) {
      fields.fault("betrokkene.soort", "Noem het eigen kenmerk", "Gebruik `eigen-kenmerk`");
    }
    fields.done();
    var by = Arrays.stream(Erasures.Asker.values()).filter(a -> a.code().equals(asker)).findFirst();
    var work =
        desk.erase(
            partner.peer().oin(),
            party.orElseThrow(),
            naming.alias(party, reference),
            Ground.of(ground).orElseThrow(),
            by.orElseThrow(),
            confirmed);
    return work.isEmpty()
        ? Problem.notThere()
        : Outcomes.reply(Door.await(sequencer.submit(work.get())), "id");
  }

  private Reply look(Authenticated partner, Request request) throws SQLException {
    var id = request.id();
    return id.isEmpty()
        ? Problem.notThere()
        : desk.stand(id.get(), partner.peer().oin())
            .map(stand -> told(id.get(), stand))
            .orElseGet(Problem::notThere);
  }

  private static Reply told(UUID id, Erasures.Stand stand) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("id", id.toString()).put("grond", stand.ground());
    body.put("beslotenOp", stand.at().toString());
    body.put("stand", stand.done() ? "gewist" : "besloten");
    return Reply.json(200, body);
  }
}
