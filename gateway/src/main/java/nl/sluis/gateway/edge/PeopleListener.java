package nl.sluis.gateway.edge;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.ServerSSLOptions;
import java.util.Optional;

/// The door for people's browsers: HTTPS that never asks for a client certificate.
public final class PeopleListener {
  private PeopleListener() {}

  /// A server that is not listening yet and has no handler yet.
  ///
  /// @param host the address to listen at
  /// @param port the port, or 0 for any
  /// @param guard whose [ConnectionGuard#guard] MUST be the first handler of the router
  public static HttpServer create(
      Vertx vertx,
      String host,
      int port,
      Limits limits,
      ServerSSLOptions tls,
      ConnectionGuard guard) {
    return Listeners.create(vertx, host, port, limits, Optional.of(tls), guard);
  }

  /// How this door speaks TLS; make it anew to change the certificate while the door is open.
  public static ServerSSLOptions tls(ServerIdentity identity, Limits limits) {
    return Tls.withoutClientCertificate(identity, limits);
  }
}
