package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.ext.web.Router;
import java.sql.SQLException;
import nl.sluis.gateway.cijfers.OverrideDesk;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.policies.cijfers.Period;
import nl.sluis.policies.terms.Oin;

/// How often a party sent something for safety's sake, and how well; never per child.
public final class OverrideCountEndpoints implements PartnerRoutes {
  private final OverrideDesk desk;
  private final Sequencer sequencer;

  /// @param desk knows what may be told to whom
  public OverrideCountEndpoints(OverrideDesk desk, Sequencer sequencer) {
    this.desk = desk;
    this.sequencer = sequencer;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, POST, "/v1/cijfers/doorbrekingen", "application/json", door.partner(this::ask));
  }

  private Reply ask(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var about = fields.text("partij");
    if (!about.isEmpty() && !Oin.isOin(about)) {
      fields.fault("partij", "Dit is geen OIN", "Gebruik twintig tekens, of laat het weg");
    }
    var period = Period.of(fields.text("periode"));
    if (period.isEmpty()) {
      fields.fault("periode", "Dit is geen periode", "Schrijf 2026, 2026-K3 of 2026-09");
    }
    fields.done();
    var asker = party.orElseThrow();
    var work =
        desk.ask(
            partner.peer().oin(),
            asker,
            about.isEmpty() ? asker.oin() : new Oin(about),
            period.orElseThrow(),
            request.at());
    return switch (Door.await(sequencer.submit(work))) {
      case OverrideDesk.Answer.Figures(var body) -> Reply.json(200, body);
      case OverrideDesk.Answer.Nothing(var why, var sentence) -> Problem.forbidden(why, sentence);
    };
  }
}
