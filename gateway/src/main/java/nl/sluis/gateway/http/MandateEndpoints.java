package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.peer.MandateList;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Which mandates an organisation gave and got: a supplier sees for which schools it may act, and a
/// school who acts for it.
public final class MandateEndpoints implements PartnerRoutes {
  private final MandateList mandates;

  /// @param mandates the mandates, for who stands in them
  public MandateEndpoints(MandateList mandates) {
    this.mandates = mandates;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, GET, "/v1/mandaten", "", door.partner(this::list));
  }

  private Reply list(Authenticated partner, Request request) throws InputFault, SQLException {
    var lines = mandates.of(partner.peer().oin(), after(request), request.at());
    var body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("mandaten");
    lines.forEach(line -> tell(line, list.addObject()));
    if (lines.size() == MandateList.PAGE) {
      body.put("volgende", lines.getLast().mandate().id().toString());
    }
    return Reply.json(200, body);
  }

  private static Optional<UUID> after(Request request) throws InputFault {
    var word = request.query().get("na");
    if (word == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(word));
    } catch (IllegalArgumentException _) {
      throw Problem.fault(
          "na", "Dit is geen id van een mandaat", "Gebruik wat in `volgende` stond");
    }
  }

  private static void tell(MandateList.Line line, ObjectNode told) {
    var mandate = line.mandate();
    told.put("id", mandate.id().toString())
        .put("partij", mandate.party().value())
        .put("gemachtigde", mandate.supplier().value());
    var roles = told.putArray("rollen");
    mandate.roles().stream().map(Role::code).sorted().forEach(roles::add);
    var purposes = told.putArray("doelen");
    mandate.purposes().stream().map(Purpose::code).sorted().forEach(purposes::add);
    told.put("geldigVanaf", mandate.from().toString())
        .put("geldigTot", mandate.until().toString())
        .put("stand", line.standing().code());
    line.revoked().ifPresent(at -> told.put("ingetrokkenOp", at.toString()));
  }
}
