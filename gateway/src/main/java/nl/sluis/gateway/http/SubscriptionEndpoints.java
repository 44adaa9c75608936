package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.desk.SubscriptionDesk;
import nl.sluis.gateway.notificatie.Subject;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.policies.terms.Purpose;

/// At which address somebody wants to be told that something lies ready.
public final class SubscriptionEndpoints implements PartnerRoutes {
  private static final int LONGEST = 500;

  private final SubscriptionDesk desk;
  private final Sequencer sequencer;

  /// @param desk knows the subscriptions
  public SubscriptionEndpoints(SubscriptionDesk desk, Sequencer sequencer) {
    this.desk = desk;
    this.sequencer = sequencer;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    var all = "/v1/abonnementen";
    web.add(router, GET, all, "", door.partner(this::list));
    web.add(router, POST, all, "application/json", door.partner(this::subscribe));
    web.add(router, POST, all + "/:id/opzeggingen", "", door.partner(this::end));
  }

  private Reply list(Authenticated partner, Request request) throws SQLException {
    var body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("abonnementen");
    for (var one : desk.of(partner.peer().oin())) {
      var told = list.addObject().put("id", one.id().toString());
      told.set("voor", QuestionJson.party(one.party()));
      told.put("houder", one.holder().value());
      // Where somebody else is told is between Sluis and that one.
      if (one.holder().equals(partner.peer().oin())) {
        told.put("adres", one.address().toString());
      }
      var subjects = told.putArray("soorten");
      one.subjects().stream().map(Subject::code).sorted().forEach(subjects::add);
      told.put("sinds", one.since().toString());
    }
    return Reply.json(200, body);
  }

  private Reply subscribe(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    Optional<Purpose> purpose = fields.has("doel") ? fields.purpose("doel") : Optional.empty();
    fields.skip("doel");
    var address = address(fields);
    var subjects = subjects(fields);
    fields.done();
    var wish = new SubscriptionDesk.Wish(purpose, address, subjects);
    var work = desk.subscribe(partner.peer().oin(), party.orElseThrow(), wish);
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }

  private Reply end(Authenticated partner, Request request) {
    if (request.id().isEmpty()) {
      return Problem.notThere();
    }
    var work = desk.end(partner.peer().oin(), request.id().get());
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }

  private static Optional<URI> address(Fields fields) {
    if (!fields.has("adres")) {
      fields.skip("adres");
      return Optional.empty();
    }
    var text = fields.text("adres");
    try {
      var address = URI.create(text);
      if (text.length() <= LONGEST
          && "https".equals(address.getScheme())
          && address.getHost() != null
          && address.getUserInfo() == null
          && address.getFragment() == null) {
        return Optional.of(address);
      }
    } catch (IllegalArgumentException _) {
      // Told below, like every other address that is none.
    }
    fields.fault("adres", "Dit is geen https-adres", "Gebruik een adres op uw eigen computer");
    return Optional.empty();
  }

  private static Set<Subject> subjects(Fields fields) {
    var subjects = EnumSet.noneOf(Subject.class);
    for (var code : fields.texts("soorten")) {
      var subject = Subject.of(code);
      subject.ifPresent(subjects::add);
      if (subject.isEmpty()) {
        fields.fault(
            "soorten", "Deze soort bestaat niet", "Kies pakket-klaargezet of taak-geopend");
      }
    }
    if (subjects.isEmpty()) {
      fields.fault("soorten", "Er staat geen soort", "Kies pakket-klaargezet of taak-geopend");
    }
    return subjects;
  }
}
