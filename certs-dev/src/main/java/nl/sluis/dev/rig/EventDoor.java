package nl.sluis.dev.rig;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.policies.terms.Oin;

/// The door at which an organisation is told that something lies ready: a real HTTPS server that
/// demands the certificate of Sluis and keeps every event that it heard.
///
/// It can answer that it is too busy, or show the certificate of somebody else. Thread-safe.
public final class EventDoor implements AutoCloseable {
  private static final String PATH = "/seintjes";

  private final HttpsServer server;
  private final List<String> heard = new ArrayList<>();
  private volatile int answer = 204;

  private EventDoor(DevSite site, Oin certificate) {
    try {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
      var own = site.authority().partnerWithWrongUse(certificate, "Deur").identity();
      server.setHttpsConfigurator(MutualTls.of(site, own));
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext(PATH, this::take);
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Opens one for this organisation, and lets the site know where it is.
  public static EventDoor of(DevSite site, Oin oin) {
    return shown(site, oin, oin);
  }

  /// The same, at which the certificate of this other organisation is shown.
  public static EventDoor shown(DevSite site, Oin oin, Oin certificate) {
    var door = new EventDoor(site, certificate);
    site.reachable(oin, door.address());
    return door;
  }

  /// Opens one at the host where parcels of another organisation are brought to this one, which
  /// runs its system; both may be the same.
  public static EventDoor besideParcels(DevSite site, Oin receiver, Oin server) {
    var door = new EventDoor(site, server);
    site.broughtTo(receiver, door.address().resolve("/pakketten"), server);
    return door;
  }

  /// Where it is.
  public URI address() {
    return URI.create("https://localhost:" + server.getAddress().getPort() + PATH);
  }

  /// Answers with this status from now on; what it does not take with 204 it does not keep.
  public void answersWith(int status) {
    answer = status;
  }

  /// Every event that it took, in order.
  public List<String> heard() {
    synchronized (heard) {
      return List.copyOf(heard);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    int status = isSluis((HttpsExchange) exchange) ? answer : 403;
    if (status == 204) {
      synchronized (heard) {
        heard.add(exchange.getRequestHeaders().getFirst("Content-Type") + " " + body);
      }
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static boolean isSluis(HttpsExchange exchange) throws IOException {
    var shown = (X509Certificate) exchange.getSSLSession().getPeerCertificates()[0];
    var name = shown.getSubjectX500Principal().getName("RFC1779");
    return name.contains(DevSettings.SLUIS.value());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
