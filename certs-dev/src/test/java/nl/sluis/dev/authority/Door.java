package nl.sluis.dev.authority;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import nl.sluis.gateway.edge.ConnectionGuard;
import nl.sluis.gateway.edge.Limits;
import nl.sluis.gateway.edge.PartnerListener;
import nl.sluis.gateway.edge.Reloading;
import nl.sluis.gateway.edge.ServerIdentity;
import nl.sluis.gateway.peer.CrlStore;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.peer.PeerFault;
import nl.sluis.gateway.peer.PeerTrust;
import nl.sluis.gateway.peer.TrustAnchors;
import nl.sluis.policies.terms.Oin;

/// The partners' door as the gateway has it, with behind it only an echo of who is there.
final class Door implements AutoCloseable {
  static final Oin SCHOOL = new Oin("00000099000000201000");

  final MovableClock clock = new MovableClock();
  final MovableClock handshakes = new MovableClock();
  final DevAuthority authority;
  final DevCertificate server;
  final TrustAnchors anchors;
  final CrlStore lists;
  final PeerCheck check;
  final Reloading reloading;
  final ConnectionGuard guard;
  private final Vertx vertx = Vertx.vertx();
  private final HttpServer http;

  Door(Path folder) {
    this(folder, Limits.STANDARD);
  }

  Door(Path folder, Limits limits) {
    authority = DevAuthority.create(folder, clock);
    server = authority.server();
    anchors = TrustAnchors.read(authority.trustFile());
    lists = new CrlStore(authority.crlFiles(), anchors, clock);
    lists.reload();
    check = new PeerCheck(anchors, lists);
    var trust = new PeerTrust(check, anchors, handshakes);
    var identity = ServerIdentity.read(server.chainFile(), server.keyFile(), clock.instant());
    guard = new ConnectionGuard(vertx, limits);
    var tls = PartnerListener.tls(identity, limits, trust);
    http = PartnerListener.create(vertx, "127.0.0.1", 0, limits, tls, guard);
    var router = Router.router(vertx);
    router.route().handler(guard::guard);
    router.route().handler(limits.bodyHandler());
    router.get("/lang").handler(Door::takeLong);
    router.route().handler(this::echo);
    http.requestHandler(router);
    reloading = new Reloading(lists, identity, server.chainFile(), server.keyFile(), clock);
    reloading.keep(http, i -> PartnerListener.tls(i, limits, trust));
    http.listen().toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }

  /// Longer than an answer may take, of those that may take longer.
  private static void takeLong(RoutingContext context) {
    ConnectionGuard.letItTakeLong(context);
    context.vertx().setTimer(5000, _ -> context.end("klaar"));
  }

  private void echo(RoutingContext context) {
    try {
      var chain = PartnerListener.certificates(context.request().connection());
      context.end(check.check(chain, clock.instant()).oin().value());
    } catch (PeerFault fault) {
      context.response().setStatusCode(401).end(fault.code());
    }
  }

  int port() {
    return http.actualPort();
  }

  DevPartner school() {
    return authority.partner(SCHOOL, "Basisschool De Sluis");
  }

  /// What the school shows and whom it believes, for a client of Vert.x.
  ClientSSLOptions schoolTls() {
    var identity = school().identity();
    var tls = new ClientSSLOptions();
    tls.setKeyCertOptions(
        new PemKeyCertOptions()
            .addCertPath(identity.chainFile().toString())
            .addKeyPath(identity.keyFile().toString()));
    tls.setTrustOptions(new PemTrustOptions().addCertPath(authority.trustFile().toString()));
    tls.setHostnameVerificationAlgorithm("HTTPS");
    return tls;
  }

  @Override
  public void close() {
    reloading.close();
    vertx.close().toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
