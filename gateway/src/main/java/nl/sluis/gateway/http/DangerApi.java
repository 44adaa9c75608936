package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import nl.sluis.gateway.edge.ConnectionGuard;
import nl.sluis.gateway.edge.Shares;
import nl.sluis.gateway.edge.Tempo;
import nl.sluis.gateway.exchange.Unlogged;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.token.AccessTokenCheck;

/// What a gateway answers that never saw its database yet: a report of acute danger is carried, and
/// everything else comes later.
public final class DangerApi {
  private final InstantSource clock;
  private final Executor threads;
  private final Door door;
  private final Unlogged road;

  /// @param road carries the reports
  public DangerApi(
      InstantSource clock,
      Executor threads,
      PeerCheck peers,
      AccessTokenCheck tokens,
      Unlogged road) {
    this.clock = clock;
    this.threads = threads;
    // There is no log to write; the number goes along all the same.
    var crossings = new Crossings(clock, new SecureRandom(), _ -> {});
    this.door = new Door(peers, tokens, crossings, new Shares(Tempo.STANDARD));
    this.road = road;
  }

  /// The paths, behind the guard of the connection.
  public Router router(Vertx vertx, ConnectionGuard guard) {
    var router = Router.router(vertx);
    router.route().handler(guard::guard);
    var web = new Web(clock, threads, PartnerApi.VERSION);
    web.prepare(router);
    web.add(
        router,
        POST,
        "/v1/acute-meldingen",
        "application/sd-jwt",
        door.acute((peer, request) -> MessageEndpoints.reply(road.send(peer, request.body()))));
    web.add(router, GET, "/v1/gezondheid", "", _ -> Problem.unwell(ProblemCode.ALLEEN_ACUUT));
    web.otherwise(router, Problem.unavailable());
    return router;
  }
}
