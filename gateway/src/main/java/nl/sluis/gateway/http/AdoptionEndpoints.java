package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Locale;
import nl.sluis.gateway.controlebeleid.Adoption;
import nl.sluis.gateway.controlebeleid.AdoptionDesk;
import nl.sluis.gateway.controlebeleid.AdoptionDesk.Signed;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.toezicht.ControlPolicy;

/// The control policies that an organisation can adopt, what it adopted itself, and the adopting.
/// Of another organisation nothing is told. May be shared between threads.
public final class AdoptionEndpoints implements PartnerRoutes {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String PATH = "/v1/controlebeleid";

  private final AdoptionDesk desk;
  private final Sequencer sequencer;

  /// @param desk where they are adopted
  /// @param sequencer puts that on record
  public AdoptionEndpoints(AdoptionDesk desk, Sequencer sequencer) {
    this.desk = desk;
    this.sequencer = sequencer;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, GET, PATH, "", door.partner(this::list));
    web.add(
        router,
        POST,
        PATH + "/:id/versies/:versie/handtekeningen",
        "application/jwt",
        door.partner(this::sign));
  }

  private Reply list(Authenticated partner, Request request) throws SQLException {
    var today = request.at().atZone(Age.CALENDAR).toLocalDate();
    var standing = desk.standing(partner.peer().oin(), today);
    var body = JSON.objectNode();
    var versions = body.putArray("versies");
    standing.versions().forEach(policy -> tell(versions.addObject(), policy));
    var adopted = body.putArray("vastgesteld");
    for (var adoption : standing.adopted()) {
      tell(adopted.addObject(), adoption)
          .put("geldtNu", standing.now().filter(adoption::equals).isPresent());
    }
    return Reply.json(200, body);
  }

  private static void tell(ObjectNode item, ControlPolicy policy) {
    item.put("id", policy.id()).put("versie", policy.version()).put("titel", policy.title());
    item.put("digest", policy.digest());
    item.put("status", policy.status().name().toLowerCase(Locale.ROOT));
    item.put("geldigVan", policy.days().first().toString());
    policy.days().end().ifPresent(end -> item.put("geldigTot", end.toString()));
  }

  private static ObjectNode tell(ObjectNode item, Adoption adoption) {
    return item.put("id", adoption.id())
        .put("versie", adoption.version())
        .put("digest", adoption.digest())
        .put("vanaf", adoption.from().toString())
        .put("vastgelegdOp", adoption.at().toString());
  }

  private Reply sign(Authenticated partner, Request request) {
    var work =
        desk.sign(
            partner.peer().oin(),
            request.path().getOrDefault("id", ""),
            request.path().getOrDefault("versie", ""),
            new String(request.body(), StandardCharsets.US_ASCII));
    return switch (Door.await(sequencer.submit(work))) {
      case Signed.Kept(Adoption adoption, String receipt) ->
          Reply.json(
              201,
              JSON.objectNode()
                  .put("partij", adoption.by().value())
                  .put("vanaf", adoption.from().toString())
                  .put("ontvangstbewijs", receipt));
      case Signed.Already(var by) -> Reply.json(200, JSON.objectNode().put("partij", by.value()));
      case Signed.Wrong(String sentence) -> Problem.statement(sentence);
      case Signed.NotThere() -> Problem.notThere();
    };
  }
}
