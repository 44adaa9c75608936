package nl.sluis.gateway.edge;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.ServerSSLOptions;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import nl.sluis.gateway.peer.PeerTrust;

/// The door for partners' systems: HTTPS that demands a client certificate.
public final class PartnerListener {
  private PartnerListener() {}

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
  public static ServerSSLOptions tls(ServerIdentity identity, Limits limits, PeerTrust trust) {
    return Tls.withClientCertificate(identity, limits, trust);
  }

  /// What the other end of a connection presented; empty when that cannot be told.
  ///
  /// Also for a resumed session. MUST be checked at every request, not once per connection.
  public static List<Certificate> certificates(HttpConnection connection) {
    try {
      var session = connection.sslSession();
      return session == null ? List.of() : List.of(session.getPeerCertificates());
    } catch (SSLPeerUnverifiedException e) {
      return List.of();
    }
  }
}
