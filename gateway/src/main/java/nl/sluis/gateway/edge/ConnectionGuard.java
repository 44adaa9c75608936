package nl.sluis.gateway.edge;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// Cuts connections that are too many or too slow: slow head, slow body, slow reader.
///
/// Thread-safe. An idle timer alone does not help, for a byte a second keeps a connection from
/// being idle; so each phase has a deadline of its own.
public final class ConnectionGuard {
  private static final long NONE = -1;
  private static final String EXCHANGE = "sluis.edge.exchange";

  /// For the last bytes of the last answer.
  private static final Duration LAST = Duration.ofSeconds(2);

  private final Vertx vertx;
  private final Limits limits;
  private final Map<HttpConnection, Watched> open = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> empty = new CompletableFuture<>();
  private volatile boolean draining;

  /// @param limits how many, and how long each phase may take
  public ConnectionGuard(Vertx vertx, Limits limits) {
    this.vertx = vertx;
    this.limits = limits;
  }

  /// How many connections are open now.
  public int connections() {
    return open.size();
  }

  /// How many requests came in and were not answered yet.
  public int underWay() {
    return open.values().stream().mapToInt(Watched::underWay).sum();
  }

  /// From here on nobody new comes in, and who is in is told to ask nothing more on its connection.
  /// A connection goes once everything that came in over it was answered.
  ///
  /// @return ends when the last connection is gone
  public CompletableFuture<Void> drain() {
    draining = true;
    open.values().forEach(Watched::leave);
    endIfEmpty();
    return empty;
  }

  private void endIfEmpty() {
    if (draining && open.isEmpty()) {
      empty.complete(null);
    }
  }

  /// Takes a new connection under guard, or closes it when there are too many.
  void opened(HttpConnection connection) {
    if (draining || open.size() >= limits.connections()) {
      var _ = connection.close();
      return;
    }
    var watched = new Watched(connection);
    open.put(connection, watched);
    connection.closeHandler(
        closed -> {
          open.remove(connection);
          watched.disarm();
          endIfEmpty();
        });
    watched.arm();
  }

  /// Guards one request; MUST be the first handler of a router, before the body is read.
  public void guard(RoutingContext context) {
    var request = context.request();
    var watched = open.get(request.connection());
    if (watched == null) {
      var _ = request.connection().close();
      return;
    }
    boolean http2 = request.version() == HttpVersion.HTTP_2;
    watched.begin(http2);
    if (!http2) {
      var headers = context.response().headers();
      var _ =
          draining
              ? headers.set("Connection", "close")
              : headers.set("Keep-Alive", limits.keepAlive());
    }
    var bodyTimer = vertx.setTimer(limits.body().toMillis(), t -> tooSlow(context));
    var exchangeTimer = after(limits.exchange(), request.connection());
    context.put(EXCHANGE, exchangeTimer);
    var _ = request.end().onComplete(end -> vertx.cancelTimer(bodyTimer));
    context.addEndHandler(
        end -> {
          vertx.cancelTimer(bodyTimer);
          vertx.cancelTimer(exchangeTimer);
          watched.end();
        });
    context.next();
  }

  /// Lets the answer to this request take as long as it needs, as a file of all rows does. Whoever
  /// sends it watches that the other side keeps reading; nothing else is let go of.
  public static void letItTakeLong(RoutingContext context) {
    if (context.get(EXCHANGE) instanceof Long timer) {
      context.vertx().cancelTimer(timer);
    }
  }

  private static void tooSlow(RoutingContext context) {
    if (!context.response().headWritten()) {
      context.response().putHeader("Connection", "close").headers().remove("Keep-Alive");
      context.fail(408);
    } else {
      var _ = context.request().connection().close();
    }
  }

  private long after(Duration delay, HttpConnection connection) {
    return vertx.setTimer(
        delay.toMillis(),
        t -> {
          var _ = connection.close();
        });
  }

  /// One connection, with the deadline for its next request while none is under way.
  private final class Watched {
    private final HttpConnection connection;
    private int underWay;
    private boolean multiplexed;
    private long timer = NONE;

    Watched(HttpConnection connection) {
      this.connection = connection;
    }

    synchronized void arm() {
      timer = vertx.setTimer(limits.head().toMillis(), _ -> cut());
    }

    /// A request that was sent at this moment was not read: over HTTP/2 the other end hears that,
    /// and may send it again whatever it asks (RFC 9113, 6.8).
    private synchronized void cut() {
      var _ = multiplexed ? connection.shutdown(LAST) : connection.close();
    }

    synchronized void disarm() {
      if (timer != NONE) {
        vertx.cancelTimer(timer);
        timer = NONE;
      }
    }

    synchronized int underWay() {
      return underWay;
    }

    synchronized void begin(boolean http2) {
      multiplexed = http2;
      underWay++;
      disarm();
    }

    synchronized void end() {
      underWay--;
      if (underWay == 0) {
        arm();
      }
      if (draining) {
        leave();
      }
    }

    /// Closes the connection when nothing is under way; otherwise the other end is told to open no
    /// new stream (RFC 9113, 6.8), and what it opened before is still answered, however long that
    /// takes; a shutdown of the connection would end with a time of its own.
    @SuppressWarnings("deprecation")
    synchronized void leave() {
      if (underWay == 0) {
        var _ = connection.shutdown(LAST);
      } else if (multiplexed) {
        var _ = connection.goAway(0, Integer.MAX_VALUE);
      }
    }
  }
}
