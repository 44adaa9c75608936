package nl.sluis.gateway.edge;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.ServerSSLOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The door for who runs this gateway: plain HTTP on this machine alone, or HTTPS that demands a
/// certificate of an authority of theirs.
public final class ManagementListener {
  /// Few may come, and they ask little.
  public static final Limits LIMITS =
      new Limits(
          1024,
          8 * 1024,
          0,
          64,
          16,
          Duration.ofSeconds(5),
          Duration.ofSeconds(60),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15));

  private ManagementListener() {}

  /// A server that is not listening yet and has no handler yet.
  ///
  /// @param host the address to listen at; MUST be this machine alone when there is no TLS
  /// @param port the port, or 0 for any
  /// @param guard whose [ConnectionGuard#guard] MUST be the first handler of the router
  public static HttpServer create(
      Vertx vertx, String host, int port, Optional<ServerSSLOptions> tls, ConnectionGuard guard) {
    return Listeners.create(vertx, host, port, LIMITS, tls, guard);
  }

  /// How this door speaks TLS when it does.
  ///
  /// @param trust the authorities of who may come in, in one PEM file
  /// @throws IllegalArgumentException when the file cannot be used
  public static ServerSSLOptions tls(ServerIdentity identity, Path trust) {
    return Tls.withClientCertificate(identity, LIMITS, OutgoingTls.trust(trust));
  }
}
