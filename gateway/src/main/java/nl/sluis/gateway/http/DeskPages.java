package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executor;
import nl.sluis.gateway.aanmelding.ProviderLine;
import nl.sluis.gateway.aanmelding.StaffSignIn;
import nl.sluis.gateway.edge.ConnectionGuard;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.vorm.Assets;
import nl.sluis.gateway.vorm.Beat;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Printer;
import nl.sluis.gateway.vorm.Visitors;

/// What staff meets at the desk of its organisation, which is a process of its own: the pages, how
/// they look, and what the identity provider asks and says. Nothing for systems, nothing about the
/// logbook. May be shared between threads.
public final class DeskPages {
  private final Web web;
  private final Look look;
  private final StaffSignIn signIn;
  private final SigningKeys<ECKey> known;
  private final PageRoutes pages;

  /// How pages look.
  ///
  /// @param printer prints them
  /// @param assets what they load
  /// @param frame in which stands whatever names no frame itself
  public record Look(Printer printer, Assets assets, String frame) {}

  /// @param threads where requests are answered
  /// @param signIn hears who logged out at the provider
  /// @param known with which the desk makes itself known to the provider
  /// @param pages the desk itself
  public DeskPages(
      InstantSource clock,
      Executor threads,
      Look look,
      StaffSignIn signIn,
      SigningKeys<ECKey> known,
      PageRoutes pages) {
    this.web = new Web(clock, threads, "1.0.0");
    this.look = look;
    this.signIn = signIn;
    this.known = known;
    this.pages = pages;
  }

  /// The pages, behind the guard of the connection.
  public Router router(Vertx vertx, ConnectionGuard guard) {
    var router = Router.router(vertx);
    router.route().handler(guard::guard);
    web.prepare(router);
    new StylePages(look.assets()).add(router, web);
    var desk = StaffSignIn.Desk.WERK.path();
    Routes.isPage(web.add(router, GET, desk + ProviderLine.KEYS, "", _ -> keys()));
    new LogoutMessages(desk, signIn::providerSays).add(router, web);
    var replies = PageReplies.ofStaff(look.printer(), look.frame());
    var door = new PageDoor(router, web, Visitors.NOBODY, replies, Beat.NONE);
    pages.add(door);
    door.otherwiseForAll();
    return router;
  }

  private Reply keys() {
    var all = known.open().stream().<JWK>map(ECKey::toPublicJWK).toList();
    return new Reply(200, "application/jwk-set+json", new JWKSet(all).toString(), Map.of());
  }
}
