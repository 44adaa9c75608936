package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.bewijs.ReceiptDesk;
import nl.sluis.gateway.bewijs.Receipts.Listed;
import nl.sluis.gateway.token.Authenticated;

/// Receipts of what a partner wrote down.
public final class ReceiptEndpoints implements PartnerRoutes {
  private final ReceiptDesk desk;

  /// @param desk makes them
  public ReceiptEndpoints(ReceiptDesk desk) {
    this.desk = desk;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    var receipts = "/v1/toestemmingen/:id/bewijzen";
    web.add(router, GET, receipts, "", door.partner(this::list));
    web.add(router, GET, receipts + "/:bewijs", "", door.partner(this::receipt));
  }

  private Reply list(Authenticated partner, Request request) throws SQLException {
    var id = request.id();
    return id.isEmpty()
        ? Problem.notThere()
        : listed(desk.list(partner.peer().oin(), id.get(), request.at()));
  }

  private Reply receipt(Authenticated partner, Request request) throws SQLException {
    var id = request.id();
    var receipt = request.id("bewijs");
    return id.isEmpty() || receipt.isEmpty()
        ? Problem.notThere()
        : signed(desk.find(partner.peer().oin(), id.get(), receipt.get(), request.at()));
  }

  static Reply listed(Optional<List<Listed>> receipts) {
    if (receipts.isEmpty()) {
      return Problem.notThere();
    }
    var body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("bewijzen");
    receipts
        .get()
        .forEach(
            one ->
                list.addObject()
                    .put("id", one.id().toString())
                    .put("gebeurtenis", one.event())
                    .put("tijdstip", one.at())
                    .put("rij", one.index()));
    return Reply.json(200, body);
  }

  static Reply signed(Optional<String> receipt) {
    return receipt
        .map(jws -> new Reply(200, "application/jwt", jws, Map.of()))
        .orElseGet(Problem::notThere);
  }
}
