package nl.sluis.dev.chaos;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.rig.Caller;
import nl.sluis.dev.rig.GatewayProcess;
import nl.sluis.dev.rig.Rig;
import nl.sluis.dev.rig.Seen;

/// A partner's connections to every gateway: what one does not answer is asked again of another,
/// the same bytes, until it is answered.
///
/// May be shared between threads; whoever asks waits.
final class Link implements AutoCloseable {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long BUSY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final int NO_ANSWER = 0;
  private static final int NO_TOKEN = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOO_BUSY = 503;

  private final Rig rig;
  private final List<GatewayProcess> gateways;
  private final int connections;
  private volatile DevSite.Identity identity;
  private volatile List<Line> lines;
  private volatile List<Line> retired = List.of();
  private Optional<X509Certificate> gone = Optional.empty();

  /// The connections to one gateway, and the token that goes with the certificate shown there.
  private static final class Line {
    private final Caller caller;
    private final ReentrantLock lock = new ReentrantLock();
    private long asked = System.nanoTime() - FRESH_NANOS;

    Line(Caller caller) {
      this.caller = caller;
    }

    /// Asks for a token, unless somebody does so or did just now.
    void authenticate() {
      if (!lock.tryLock()) {
        LockSupport.parkNanos(PAUSE_NANOS);
        return;
      }
      try {
        if (System.nanoTime() - asked < FRESH_NANOS) {
          LockSupport.parkNanos(PAUSE_NANOS);
          return;
        }
        asked = System.nanoTime();
        caller.authenticate();
      } catch (IllegalStateException _) {
        // The gateway went away meanwhile; another is asked.
        LockSupport.parkNanos(PAUSE_NANOS);
      } finally {
        lock.unlock();
      }
    }
  }

  /// @param connections how many to each gateway at most
  Link(Rig rig, DevSite.Identity identity, List<GatewayProcess> gateways, int connections) {
    this.rig = rig;
    this.identity = identity;
    this.gateways = List.copyOf(gateways);
    this.connections = connections;
    this.lines = lines();
  }

  private List<Line> lines() {
    return gateways.stream()
        .map(gateway -> new Line(new Caller(rig, identity, gateway.port(), connections)))
        .toList();
  }

  /// Who it is, with the certificate that it shows now.
  DevSite.Identity identity() {
    return identity;
  }

  /// Asks until somebody says something; with status 0 when nobody does for a minute and a half.
  ///
  /// @param first which gateway is asked first; counted round
  Seen ask(int first, Function<Caller, CompletableFuture<Seen>> call) {
    var end = System.nanoTime() + PATIENCE_NANOS;
    for (int turn = first; ; turn++) {
      var now = lines;
      var line = now.get(Math.floorMod(turn, now.size()));
      var seen = call.apply(line.caller).join();
      switch (seen.status()) {
        case NO_ANSWER -> LockSupport.parkNanos(PAUSE_NANOS);
        case TOO_BUSY -> LockSupport.parkNanos(BUSY_NANOS);
        case NO_TOKEN -> line.authenticate();
        case FORBIDDEN -> {
          // Sent with a certificate that was revoked meanwhile: it is sent with the new one.
          if (!seen.text("code").equals("certificaat-ingetrokken")) {
            return seen;
          }
        }
        default -> {
          return seen;
        }
      }
      if (System.nanoTime() > end) {
        return seen;
      }
    }
  }

  /// Shows a new certificate of the same organisation from now on, and a token for it; the one that
  /// it showed until the time before is revoked, and counts no more from the next list.
  synchronized void renew() {
    var before = identity;
    var partner = before.partner();
    identity =
        new DevSite.Identity(
            rig.site().authority().partner(partner.oin(), partner.name()),
            before.signing(),
            before.encryption());
    var fresh = lines();
    fresh.forEach(Line::authenticate);
    // What is under way with the old one is finished with it, until the next time.
    retired.forEach(line -> line.caller.close());
    gone.ifPresent(old -> rig.site().authority().revoke(old));
    gone = Optional.of(before.partner().identity().certificate());
    retired = lines;
    lines = fresh;
  }

  @Override
  public void close() {
    retired.forEach(line -> line.caller.close());
    lines.forEach(line -> line.caller.close());
  }
}
