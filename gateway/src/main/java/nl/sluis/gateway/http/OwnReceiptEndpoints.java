package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;

import io.vertx.ext.web.Router;
import java.sql.SQLException;
import nl.sluis.gateway.bewijs.ReceiptDesk;
import nl.sluis.gateway.person.SignedIn;

/// Receipts of the own words, for who logged in.
public final class OwnReceiptEndpoints implements OwnRoutes {
  private final ReceiptDesk desk;

  /// @param desk makes them
  public OwnReceiptEndpoints(ReceiptDesk desk) {
    this.desk = desk;
  }

  @Override
  public void add(Router router, Web web, SignInDoor door) {
    var receipts = "/mijn/v1/toestemmingen/:id/bewijzen";
    web.add(router, GET, receipts, "", door.person(this::list));
    web.add(router, GET, receipts + "/:bewijs", "", door.person(this::receipt));
  }

  private Reply list(SignedIn who, Request request) throws SQLException {
    var id = request.id();
    return id.isEmpty()
        ? Problem.notThere()
        : ReceiptEndpoints.listed(desk.list(who, id.get(), request.at()));
  }

  private Reply receipt(SignedIn who, Request request) throws SQLException {
    var id = request.id();
    var receipt = request.id("bewijs");
    return id.isEmpty() || receipt.isEmpty()
        ? Problem.notThere()
        : ReceiptEndpoints.signed(desk.find(who, id.get(), receipt.get(), request.at()));
  }
}
