package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.sluis.gateway.cijfers.CountDesk;
import nl.sluis.gateway.contact.ContactDesk;
import nl.sluis.gateway.contact.ContactRegister;
import nl.sluis.gateway.contact.PersonDesk;
import nl.sluis.gateway.convenant.ConvenantTable;
import nl.sluis.gateway.convenant.Convenanten;
import nl.sluis.gateway.convenant.SignatureDesk;
import nl.sluis.gateway.desk.FactDesk;
import nl.sluis.gateway.desk.LetterDesk;
import nl.sluis.gateway.desk.LinkDesk;
import nl.sluis.gateway.desk.PowerDesk;
import nl.sluis.gateway.desk.QuestionDesk;
import nl.sluis.gateway.desk.ReversalLook;
import nl.sluis.gateway.edge.ConnectionGuard;
import nl.sluis.gateway.edge.Shares;
import nl.sluis.gateway.exchange.Exchange;
import nl.sluis.gateway.meting.Measured;
import nl.sluis.gateway.overleg.OverlegDesk;
import nl.sluis.gateway.peer.EncryptionKeyDirectory;
import nl.sluis.gateway.peer.Partner;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.postbus.Postbus;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.AccessTokenCheck;
import nl.sluis.gateway.token.TokenEndpoint;

/// The interface for partners' systems: every path, and who may take it.
public final class PartnerApi {
  static final String VERSION = "1.0.0";
  private static final String JSON = "application/json";

  private final Parts parts;
  private final Web web;
  private final Door door;

  /// What the endpoints need.
  public record Parts(
      InstantSource clock,
      Executor threads,
      DataSource database,
      PeerCheck peers,
      AccessTokenCheck tokens,
      FscParts fsc,
      Shares shares,
      TokenEndpoint tokenEndpoint,
      Exchange exchange,
      Postbus postbus,
      Sequencer sequencer,
      FactDesk facts,
      LinkDesk links,
      LetterDesk letters,
      PowerDesk powers,
      Naming naming,
      EncryptionKeyDirectory encryptionKeys,
      Supplier<List<Partner>> partners,
      Supplier<String> ownKeys,
      LogEndpoints logbook,
      OverlegDesk tables,
      ContactDesk contacts,
      ContactRegister contactRegister,
      PersonDesk people,
      CountDesk counts,
      String issuer,
      QuestionDesk questions,
      Convenanten convenanten,
      ConvenantTable convenantTable,
      SignatureDesk signatures,
      ReversalLook reversals,
      List<PartnerRoutes> more) {
    /// Copies its lists.
    public Parts {
      more = List.copyOf(more);
    }
  }

  /// @param parts what the endpoints need
  public PartnerApi(Parts parts) {
    this.parts = parts;
    this.door = new Door(parts.peers(), parts.tokens(), parts.fsc().crossings(), parts.shares());
    this.web = new Web(parts.clock(), parts.threads(), VERSION);
  }

  /// The description of every path for machines, as everybody reads it: OpenAPI 3.1 as JSON.
  public static String description() {
    return Published.json();
  }

  /// The paths, behind the guard of the connection.
  ///
  /// @param sink hears how long each exchange took
  public Router router(Vertx vertx, ConnectionGuard guard, Measured.Sink sink) {
    var router = Router.router(vertx);
    router.route().handler(guard::guard);
    Web.measured(router, sink);
    web.prepare(router);
    messages(router);
    facts(router);
    powers(router);
    tables(router);
    staff(router);
    convenanten(router);
    questions(router);
    new TransactionLogEndpoints(parts.fsc().log(), parts.sequencer()).add(router, web, door);
    parts.more().forEach(routes -> routes.add(router, web, door));
    web.add(router, GET, "/v1/gezondheid", "", _ -> health());
    web.add(router, GET, "/v1/logboek/checkpoint", "", _ -> parts.logbook().newest());
    Published.add(router, web);
    return router;
  }

  private void messages(Router router) {
    var tokens = new TokenEndpoints(parts.tokenEndpoint());
    var messages = new MessageEndpoints(parts.exchange(), parts.postbus(), parts.reversals());
    var postbus =
        new PostbusEndpoints(
            parts.exchange(), parts.postbus(), parts.contactRegister(), parts.sequencer());
    var form = "application/x-www-form-urlencoded";
    var sdJwt = "application/sd-jwt";
    web.add(router, POST, "/v1/token", form, door.peer(tokens::issue));
    web.add(router, POST, "/v1/berichten", sdJwt, door.sender(messages::send));
    web.add(router, POST, "/v1/acute-meldingen", sdJwt, door.acute(messages::sendAcute));
    web.add(router, GET, "/v1/berichten/:id", "", door.partner(messages::status));
    web.add(router, GET, "/v1/postbus", "", door.partner(postbus::list));
    web.add(router, POST, "/v1/postbus/:id/uitreikingen", "", door.partner(postbus::handOver));
    web.add(router, POST, "/v1/postbus/:id/bevestigingen", "", door.partner(postbus::confirm));
  }

  private void facts(Router router) {
    var facts =
        new FactEndpoints(
            parts.sequencer(), parts.facts(), parts.links(), parts.letters(), parts.naming());
    web.add(router, POST, "/v1/gezinsfeiten", JSON, door.partner(facts::family));
    web.add(router, POST, "/v1/toestemmingen", JSON, door.partner(facts::consent));
    web.add(
        router, POST, "/v1/toestemmingen/:id/verklaringen", JSON, door.partner(facts::statement));
    web.add(
        router, POST, "/v1/toestemmingen/:id/intrekkingen", JSON, door.partner(facts::withdrawal));
    web.add(router, POST, "/v1/voorwaarden", JSON, door.partner(facts::condition));
    web.add(router, POST, "/v1/koppelcodes", JSON, door.partner(facts::linkCode));
    web.add(router, POST, "/v1/koppelingen", JSON, door.partner(facts::letter));
  }

  private void powers(Router router) {
    var powers =
        new PowerEndpoints(
            parts.sequencer(),
            parts.powers(),
            parts.encryptionKeys(),
            parts.partners(),
            parts.database(),
            parts.ownKeys());
    var jwt = "application/jwt";
    web.add(router, POST, "/v1/mandaten", jwt, door.partner(powers::mandate));
    web.add(router, POST, "/v1/mandaten/:id/intrekkingen", "", door.partner(powers::revokeMandate));
    web.add(router, POST, "/v1/encryptiesleutels", jwt, door.partner(powers::encryptionKey));
    web.add(
        router,
        POST,
        "/v1/encryptiesleutels/:kid/intrekkingen",
        "",
        door.partner(powers::withdrawEncryptionKey));
    web.add(router, GET, "/v1/adresboek", "", door.partner(powers::addressBook));
    web.add(router, GET, "/v1/sleutels", "", _ -> powers.keys());
  }

  private void tables(Router router) {
    var tables = new TableEndpoints(parts.sequencer(), parts.tables(), parts.naming());
    web.add(router, POST, "/v1/overleggen", JSON, door.partner(tables::open));
    web.add(router, GET, "/v1/overleggen", "", door.partner(tables::list));
    web.add(router, GET, "/v1/overleggen/:id", "", door.partner(tables::look));
    web.add(router, POST, "/v1/overleggen/:id/bijeenkomsten", JSON, door.partner(tables::meeting));
    web.add(router, POST, "/v1/overleggen/:id/leden", JSON, door.partner(tables::member));
    web.add(router, POST, "/v1/overleggen/:id/betrokkenen", JSON, door.partner(tables::subject));
    web.add(router, POST, "/v1/overleggen/:id/bevriezingen", JSON, door.partner(tables::freeze));
    web.add(router, POST, "/v1/overleggen/:id/sluitingen", JSON, door.partner(tables::close));
  }

  private void staff(Router router) {
    var staff =
        new StaffEndpoints(parts.sequencer(), parts.contacts(), parts.people(), parts.counts());
    web.add(router, POST, "/v1/contactpunten", JSON, door.partner(staff::contact));
    web.add(router, GET, "/v1/contactpunten", "", door.partner(staff::contacts));
    web.add(router, POST, "/v1/detacheringen", JSON, door.partner(staff::declaration));
    web.add(router, POST, "/v1/rolkeuzes", JSON, door.partner(staff::choice));
    web.add(router, POST, "/v1/rolkeuzes/:id/sluitingen", JSON, door.partner(staff::closing));
    web.add(router, POST, "/v1/cijfers", JSON, door.partner(staff::count));
  }

  private void convenanten(Router router) {
    var endpoints =
        new ConvenantEndpoints(
            parts.sequencer(),
            parts.convenanten(),
            parts.convenantTable(),
            parts.signatures(),
            parts.database());
    var signatures = "/v1/convenanten/:id/versies/:versie/handtekeningen";
    web.add(router, GET, "/v1/convenanten", "", door.partner(endpoints::list));
    web.add(router, GET, signatures, "", door.partner(endpoints::signatures));
    web.add(router, POST, signatures, "application/jwt", door.partner(endpoints::sign));
  }

  private void questions(Router router) {
    var access = new AccessEndpoints(parts.sequencer(), parts.questions(), parts.issuer());
    web.add(router, POST, "/access/v1/evaluation", JSON, door.partner(access::evaluation));
    web.add(router, POST, "/access/v1/evaluations", JSON, door.partner(access::evaluations));
    web.add(router, GET, "/.well-known/authzen-configuration", "", _ -> access.configuration());
  }

  private Reply health() throws SQLException {
    try (var connection = parts.database().getConnection()) {
      if (!connection.isValid(2)) {
        return Problem.unwell(ProblemCode.DATABASE_ONBEREIKBAAR);
      }
      var body =
          JsonNodeFactory.instance
              .objectNode()
              .put("status", "goed")
              .put("wachtrij", parts.sequencer().backlog());
      body.put("stilgelegd", parts.postbus().halted(connection));
      body.put("herstel", parts.logbook().isRestoring(connection));
      // A witness that is silent takes nobody's gateway away: that is an alarm, not a status.
      parts.logbook().witnesses().forEach(body.putObject("getuigen")::put);
      return Reply.json(200, body);
    }
  }
}
