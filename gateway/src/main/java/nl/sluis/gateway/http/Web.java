package nl.sluis.gateway.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.security.cert.Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLPeerUnverifiedException;
import nl.sluis.gateway.edge.Limits;
import nl.sluis.gateway.meting.Measured;
import nl.sluis.gateway.meting.Watch;
import nl.sluis.gateway.trace.Trace;

/// Joins the web server to our own requests and replies.
///
/// Requests are answered on threads of their own, so that an endpoint may wait; the web server's
/// own threads never do.
public final class Web {
  private static final String REQUEST_ID = "X-Request-ID";
  private static final String FSC_AUTHORIZATION = "Fsc-Authorization";
  private static final String SINK = "sluis.meting";
  private static final Request.Way NOWHERE = new Request.Way(HttpMethod.GET, "");

  private final InstantSource clock;
  private final Executor threads;
  private final String version;
  private final Departure departure = Departure.ofThisMachine();

  /// What is answered where nothing is; set before the first request.
  private Handler<RoutingContext> nowhere = ctx -> departure.leave(ctx, Problem.status(404));

  Web(InstantSource clock, Executor threads, String version) {
    this.clock = clock;
    this.threads = threads;
    this.version = version;
  }

  /// Prepares a router: limits, headers, and one form for whatever goes wrong.
  void prepare(Router router) {
    router
        .route()
        .handler(
            ctx -> {
              headers(ctx);
              ctx.next();
            })
        .failureHandler(
            ctx -> departure.leave(ctx, Problem.status(Math.max(ctx.statusCode(), 400))));
    router.route().handler(Limits.STANDARD.bodyHandler());
    for (int status : List.of(404, 405, 406, 413, 415)) {
      router.errorHandler(status, ctx -> departure.leave(ctx, Problem.status(status)));
    }
  }

  /// What is measured of each request from here on goes there.
  static void measured(Router router, Measured.Sink sink) {
    router
        .route()
        .handler(
            ctx -> {
              ctx.put(SINK, sink);
              ctx.next();
            });
  }

  /// Adds one endpoint.
  ///
  /// @param accepts the media type of the body it takes; empty when it takes none
  /// @return how the router knows it
  Route add(Router router, HttpMethod method, String path, String accepts, Door.Endpoint endpoint) {
    return router
        .route(method, path)
        .handler(
            ctx -> {
              if (endsInSlash(ctx)) {
                nowhere.handle(ctx);
                return;
              }
              if (!accepts.isEmpty() && !mediaType(ctx).equals(accepts)) {
                departure.leave(ctx, Problem.status(415));
                return;
              }
              answer(ctx, new Request.Way(method, path), endpoint);
            });
  }

  /// The router takes a path with a slash behind it for the same one; a name of ours has only one
  /// form (NL API Design Rules, no-trailing-slash).
  private static boolean endsInSlash(RoutingContext ctx) {
    var path = ctx.request().path();
    return path != null && path.length() > 1 && path.endsWith("/");
  }

  private void answer(RoutingContext ctx, Request.Way way, Door.Endpoint endpoint) {
    var request = read(ctx, way);
    var headers = ctx.request().headers();
    var trace = Trace.of(headers.getAll(Trace.HEADER), headers.getAll(Trace.FSC_HEADER));
    Measured.Sink sink = ctx.get(SINK, Measured.Sink.NOBODY);
    var watch = Watch.begin(request.at(), trace, sink);
    var context = ctx.vertx().getOrCreateContext();
    Runnable work =
        () -> {
          var reply = Door.answer(endpoint, request);
          context.runOnContext(_ -> departure.leave(ctx, reply));
        };
    threads.execute(() -> trace.run(() -> watch.run(work)));
  }

  /// What a browser that looks for a page finds where there is none; programs hear the same in
  /// their own form.
  void lost(Router router, Door.Endpoint page) {
    nowhere =
        ctx -> {
          if (ctx.request().method().equals(HttpMethod.GET)
              && header(ctx.request(), "Accept").contains("text/html")) {
            answer(ctx, NOWHERE, page);
          } else {
            departure.leave(ctx, Problem.status(404));
          }
        };
    router.errorHandler(404, nowhere);
  }

  /// The same for everybody but who asks for JSON, and for a way of asking that is not there
  /// either.
  void lostUnlessJson(Router router, Door.Endpoint page) {
    nowhere =
        ctx -> {
          var accept = header(ctx.request(), "Accept");
          if (accept.contains("json") && !accept.contains("text/html")) {
            departure.leave(ctx, Problem.status(404));
          } else {
            answer(ctx, NOWHERE, page);
          }
        };
    for (int status : List.of(404, 405)) {
      router.errorHandler(status, nowhere);
    }
  }

  /// Whatever else is asked has this answer.
  void otherwise(Router router, Reply reply) {
    router.route().handler(ctx -> departure.leave(ctx, reply));
  }

  private void headers(RoutingContext ctx) {
    // A number by which a client knows its own request again (AuthZEN 1.0, X-Request-ID).
    var asked = ctx.request().getHeader(REQUEST_ID);
    if (asked != null && asked.matches("[A-Za-z0-9._-]{1,64}")) {
      ctx.response().putHeader(REQUEST_ID, asked);
    }
    ctx.response()
        .putHeader("API-Version", version)
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .putHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("X-Frame-Options", "DENY")
        .putHeader("Referrer-Policy", "no-referrer");
  }

  private Request read(RoutingContext ctx, Request.Way way) {
    var request = ctx.request();
    var body = ctx.body().buffer();
    return new Request(
        clock.instant(),
        certificates(request),
        authorization(request),
        new Request.Fsc(
            request.headers().getAll(Trace.FSC_HEADER),
            request.headers().contains(FSC_AUTHORIZATION)),
        mediaType(ctx),
        Map.copyOf(ctx.pathParams()),
        single(ctx),
        form(request),
        body == null ? new byte[0] : body.getBytes(),
        header(request, "Accept"),
        browser(request),
        way);
  }

  /// An Outway puts the token in a header of its own (FSC Core); a request has one token.
  private static List<String> authorization(HttpServerRequest request) {
    var values = new ArrayList<>(request.headers().getAll("Authorization"));
    values.addAll(request.headers().getAll(FSC_AUTHORIZATION));
    return values;
  }

  private static Request.Browser browser(HttpServerRequest request) {
    var cookies = new HashMap<String, String>();
    request.cookies().forEach(cookie -> cookies.putIfAbsent(cookie.getName(), cookie.getValue()));
    var authority = request.authority();
    return new Request.Browser(
        Map.copyOf(cookies),
        header(request, "Origin"),
        header(request, "Sec-Fetch-Site"),
        authority == null ? "" : authority.toString());
  }

  private static String header(HttpServerRequest request, String name) {
    var value = request.getHeader(name);
    return value == null ? "" : value;
  }

  private static List<Certificate> certificates(HttpServerRequest request) {
    if (!request.isSSL()) {
      return List.of();
    }
    try {
      return List.of(request.connection().sslSession().getPeerCertificates());
    } catch (SSLPeerUnverifiedException _) {
      return List.of();
    }
  }

  private static String mediaType(RoutingContext ctx) {
    var header = ctx.request().getHeader("Content-Type");
    if (header == null) {
      return "";
    }
    var end = header.indexOf(';');
    return (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> single(RoutingContext ctx) {
    var values = new HashMap<String, String>();
    ctx.queryParams().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
    return values;
  }

  private static Map<String, List<String>> form(HttpServerRequest request) {
    var values = new HashMap<String, List<String>>();
    for (var name : request.formAttributes().names()) {
      values.put(name, request.formAttributes().getAll(name));
    }
    return values;
  }
}
