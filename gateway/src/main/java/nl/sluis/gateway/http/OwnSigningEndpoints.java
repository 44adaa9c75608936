package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.ext.web.Router;
import nl.sluis.gateway.ondertekening.Agreement;
import nl.sluis.gateway.ondertekening.OwnSigningDesk;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Sequencer;

/// A second person who agrees by logging in.
public final class OwnSigningEndpoints implements OwnRoutes {
  private static final String JSON = "application/json";

  private final OwnSigningDesk desk;
  private final Sequencer sequencer;

  /// @param desk knows who may sign
  public OwnSigningEndpoints(OwnSigningDesk desk, Sequencer sequencer) {
    this.desk = desk;
    this.sequencer = sequencer;
  }

  @Override
  public void add(Router router, Web web, SignInDoor door) {
    web.add(router, POST, "/mijn/v1/ondertekenaars", JSON, door.person(this::enter));
    web.add(router, POST, "/mijn/v1/akkoorden", JSON, door.person(this::agree));
  }

  private Reply enter(SignedIn who, Request request) throws InputFault {
    var fields = request.fields();
    var code = fields.text("code");
    fields.done();
    return Outcomes.reply(Door.await(sequencer.submit(desk.enter(who, code))), "id");
  }

  private Reply agree(SignedIn who, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.text("oin");
    var said =
        new Agreement(
            fields.text("voorwaarde"),
            fields.text("uitkomst"),
            fields.text("voorstel"),
            request.at());
    fields.done();
    return Outcomes.reply(Door.await(sequencer.submit(desk.agree(who, party, said))), "id");
  }
}
