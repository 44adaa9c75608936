package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.ext.web.Router;
import nl.sluis.gateway.desk.PresenceDesk;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.policies.terms.Oin;

/// Codes by which somebody shows to sit beside the professional who writes down what is said.
public final class PresenceEndpoints implements PartnerRoutes {
  private static final int MOST = 12;

  private final Sequencer sequencer;
  private final PresenceDesk desk;
  private final Naming naming;

  /// @param desk sends them
  /// @param naming finds who is meant
  public PresenceEndpoints(Sequencer sequencer, PresenceDesk desk, Naming naming) {
    this.sequencer = sequencer;
    this.desk = desk;
    this.naming = naming;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, POST, "/v1/aanwezigheidscodes", "application/json", door.partner(this::ask));
  }

  private Reply ask(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var reference = fields.reference("betrokkene");
    var purpose = fields.purpose("doel");
    var receivers = fields.texts("ontvangers");
    var voice = naming.voice(party, fields.text("persoon"));
    boolean isFew = !receivers.isEmpty() && receivers.size() <= MOST;
    if (!isFew || !receivers.stream().allMatch(Oin::isOin)) {
      fields.fault("ontvangers", "Noem wie zou ontvangen", "Stuur een tot twaalf OIN's");
    }
    fields.done();
    var work =
        desk.ask(
            partner.peer().oin(),
            party.orElseThrow(),
            naming.alias(party, reference),
            purpose.orElseThrow(),
            receivers.stream().map(Oin::new).toList(),
            voice);
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }
}
