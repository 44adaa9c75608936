package nl.sluis.gateway.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.sluis.gateway.bedrijf.Metrics;
import nl.sluis.gateway.bedrijf.Readiness;
import nl.sluis.gateway.bedrijf.Recent;
import nl.sluis.gateway.edge.ConnectionGuard;
import org.jspecify.annotations.Nullable;

/// What who runs a gateway may ask it, at a door of its own: does it live, may it be sent anything,
/// what does it measure, and how long did the steps of one exchange take. There is nothing about a
/// person here, and nothing of it is at any other door. May be shared between threads.
public final class ManagementDoor {
  private static final String JSON = "application/json";
  private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";
  private static final double NANOS_OF_MICRO = 1e3;
  private static final double MICROS_OF_MILLI = 1e3;

  private final Readiness readiness;
  private final Metrics metrics;
  private final Recent recent;

  /// What is answered.
  private record Said(int status, String type, String body, Map<String, String> headers) {
    static Said json(int status, ObjectNode body) {
      return new Said(status, JSON, body.toString(), Map.of());
    }
  }

  /// @param readiness whether anything may come
  /// @param metrics what is measured
  /// @param recent the last exchanges
  public ManagementDoor(Readiness readiness, Metrics metrics, Recent recent) {
    this.readiness = readiness;
    this.metrics = metrics;
    this.recent = recent;
  }

  /// The paths.
  public Router router(Vertx vertx, ConnectionGuard guard) {
    var router = Router.router(vertx);
    router.route().handler(guard::guard);
    // Alive is who answers at all; it looks at nothing that could be away.
    router.get("/gezond").handler(ctx -> leave(ctx, Said.json(200, status("goed"))));
    router.get("/gereed").handler(ctx -> later(ctx, this::ready));
    router
        .get("/metingen")
        .handler(ctx -> later(ctx, () -> new Said(200, METRICS, metrics.scrape(), Map.of())));
    router.get("/uitwisselingen/:transactie").handler(ctx -> leave(ctx, exchange(ctx)));
    router.route().handler(ctx -> leave(ctx, Said.json(404, status("niet-gevonden"))));
    return router;
  }

  private Said ready() {
    var found = readiness.look();
    boolean ready = Readiness.isReady(found);
    var body = status(ready ? "goed" : "fout");
    var parts = body.putObject("delen");
    found.forEach(each -> parts.put(each.name(), each.state().word()));
    return Said.json(ready ? 200 : 503, body);
  }

  private Said exchange(RoutingContext ctx) {
    var found = id(ctx.pathParam("transactie"));
    var measured = found == null ? null : recent.find(found).orElse(null);
    if (measured == null) {
      return Said.json(404, status("niet-gevonden"));
    }
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("transactie", String.valueOf(found))
            .put("spoor", measured.trace().id())
            .put("op", measured.at().toString())
            .put("uitkomst", measured.outcome().word())
            .put("baan", measured.road().word())
            .put("millis", Math.round(measured.nanos() / NANOS_OF_MICRO) / MICROS_OF_MILLI);
    return new Said(200, JSON, body.toString(), Map.of("Server-Timing", Recent.header(measured)));
  }

  private static @Nullable UUID id(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static ObjectNode status(String word) {
    return JsonNodeFactory.instance.objectNode().put("status", word);
  }

  /// On a thread of its own, for it may wait for the database.
  private static void later(RoutingContext ctx, Callable<Said> look) {
    var context = ctx.vertx().getOrCreateContext();
    Thread.ofVirtual()
        .name("beheer")
        .start(
            () -> {
              var said = said(look);
              context.runOnContext(_ -> leave(ctx, said));
            });
  }

  private static Said said(Callable<Said> look) {
    try {
      return look.call();
    } catch (Exception _) {
      return Said.json(500, status("fout"));
    }
  }

  private static void leave(RoutingContext ctx, Said said) {
    var response = ctx.response();
    if (response.ended() || response.closed()) {
      return;
    }
    response
        .setStatusCode(said.status())
        .putHeader("Content-Type", said.type())
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Content-Type-Options", "nosniff");
    said.headers().forEach(response::putHeader);
    var _ = response.end(said.body());
  }
}
