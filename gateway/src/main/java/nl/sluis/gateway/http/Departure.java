package nl.sluis.gateway.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import nl.sluis.gateway.edge.ConnectionGuard;
import nl.sluis.gateway.edge.Limits;

/// How every answer leaves: at once, or, when it is a refusal, on a fixed grid of time, so that its
/// moment does not tell its cause (10.11).
///
/// Nothing else ends a response. May be shared between threads.
final class Departure {
  /// The width of the grid.
  static final long GRID_MILLIS = 50;

  private final LongSupplier nanos;
  private final Timers timers;

  /// Does something later, on the thread of the request.
  interface Timers {
    void after(Vertx vertx, long millis, Runnable deed);
  }

  /// @param nanos a clock that only runs on
  Departure(LongSupplier nanos, Timers timers) {
    this.nanos = nanos;
    this.timers = timers;
  }

  /// By the clock of this machine.
  static Departure ofThisMachine() {
    return new Departure(
        System::nanoTime, (vertx, millis, deed) -> vertx.setTimer(millis, _ -> deed.run()));
  }

  void leave(RoutingContext ctx, Reply reply) {
    if (reply.isRefusal()) {
      timers.after(ctx.vertx(), untilGrid(), () -> write(ctx, reply));
    } else {
      write(ctx, reply);
    }
  }

  /// Never zero: what is ready on the grid waits for the next point, as what is ready just after.
  private long untilGrid() {
    var millis = TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong());
    return GRID_MILLIS - Math.floorMod(millis, GRID_MILLIS);
  }

  private static void write(RoutingContext ctx, Reply reply) {
    var response = ctx.response();
    if (response.ended() || response.closed()) {
      return;
    }
    response.setStatusCode(reply.status());
    reply.headers().forEach(response::putHeader);
    reply.cookies().forEach(cookie -> response.headers().add("Set-Cookie", cookie));
    if (reply.content().isPresent()) {
      response.putHeader("Content-Type", reply.contentType()).setChunked(true);
      ConnectionGuard.letItTakeLong(ctx);
      Outgoing.send(response, reply.content().get(), Limits.STANDARD.exchange());
    } else if (reply.contentType().isEmpty()) {
      response.end();
    } else {
      response.putHeader("Content-Type", reply.contentType()).end(Buffer.buffer(reply.body()));
    }
  }
}
