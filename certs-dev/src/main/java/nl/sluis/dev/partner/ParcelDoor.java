package nl.sluis.dev.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.sluis.gateway.edge.OutgoingTls;
import nl.sluis.policies.terms.Oin;
import org.jspecify.annotations.Nullable;

/// The door at which a simulated partner has its parcels brought: a real HTTPS server that demands
/// the certificate of Sluis. It can do wrong what a partner's system does wrong. Thread-safe.
public final class ParcelDoor implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int HUGE = 256 * 1024;

  private final DevSite site;
  private final Oin oin;
  private final Oin shows;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<JsonNode> came = new ArrayList<>();
  private volatile How how = How.TAKES;
  private volatile Function<byte[], String> signing;
  private volatile Consumer<JsonNode> ear = _ -> {};
  private volatile CountDownLatch stalled = new CountDownLatch(1);
  private volatile BigInteger shown = BigInteger.ZERO;
  private volatile BigInteger ownSerial = BigInteger.ZERO;
  private @Nullable TurningKeys keys;
  private final int port = FreePorts.any();
  private @Nullable HttpsServer server;

  /// How it answers.
  public enum How {
    /// As it should: it has it.
    TAKES,
    /// It took it, and says later that it has it.
    TAKES_FOR_NOW,
    /// It is too busy now.
    BUSY,
    /// It will never take it.
    REFUSES,
    /// It keeps it, and answers nothing until it is told otherwise.
    STALLS,
    /// It keeps it, and answers without end.
    CHATTERS,
    /// It has it, and signs for what it got.
    SIGNS
  }

  private ParcelDoor(DevSite site, Oin oin, Oin server) {
    this.site = site;
    this.oin = oin;
    this.shows = server;
    this.signing = new DoorReceipt(site, server)::sign;
  }

  /// Opens a door for this organisation, and lets its file say that parcels are brought there.
  public static ParcelDoor open(DevSite site, Oin oin) {
    return open(site, oin, oin);
  }

  /// The same at who runs its system, with the certificate of that one.
  public static ParcelDoor open(DevSite site, Oin oin, Oin server) {
    var door = new ParcelDoor(site, oin, server);
    door.openAs(server);
    site.broughtTo(oin, URI.create("https://localhost:" + door.port + "/pakketten"), server);
    return door;
  }

  /// Opens it with the certificate of this organisation, which may be another's.
  public synchronized void openAs(Oin who) {
    try {
      shut();
      var made =
          HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
      made.setHttpsConfigurator(tls(who));
      made.setExecutor(threads);
      made.createContext("/pakketten", this::take);
      made.start();
      server = made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private StrictTls tls(Oin who) {
    var own = site.authority().partnerWithWrongUse(who, "deur").identity();
    ownSerial = own.certificate().getSerialNumber();
    keys = new TurningKeys(own);
    return new StrictTls(keys.context(OutgoingTls.trust(site.authority().trustFile())));
  }

  /// Shows another certificate of its own to who comes from now on, and stays open meanwhile.
  public synchronized void renews() {
    var next = site.authority().partnerWithWrongUse(shows, "deur").identity();
    ownSerial = next.certificate().getSerialNumber();
    if (keys != null) {
      keys.turn(next);
    }
  }

  /// The number of the certificate that it shows.
  public BigInteger ownSerial() {
    return ownSerial;
  }

  /// The number of the certificate that Sluis showed last.
  public BigInteger shown() {
    return shown;
  }

  /// Opens it as itself again, when it was shut or showed something else.
  public void openAgain() {
    openAs(shows);
  }

  /// Shuts it: nobody answers there.
  public synchronized void shut() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }

  /// Answers so from now on; who is kept waiting is let go.
  public void answers(How now) {
    how = now;
    stalled.countDown();
    stalled = new CountDownLatch(1);
  }

  /// Signs so from now on for the bytes that came.
  public void signs(Function<byte[], String> receipt) {
    signing = receipt;
    answers(How.SIGNS);
  }

  /// Whoever this is hears from now on of each parcel that comes, before it is answered.
  public void tells(Consumer<JsonNode> who) {
    ear = who;
  }

  /// What came, each time that it came, in that order: the bodies.
  public List<JsonNode> came() {
    synchronized (came) {
      return List.copyOf(came);
    }
  }

  /// The parcels that came, each time that they came, in that order.
  public List<String> parcels() {
    return came().stream().map(body -> body.path("pakket").asText()).toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    var bytes = exchange.getRequestBody().readAllBytes();
    var body = JSON.readTree(bytes);
    if (!isSluis((HttpsExchange) exchange)) {
      answer(exchange, 403);
      return;
    }
    var answering = how;
    synchronized (came) {
      came.add(body);
    }
    ear.accept(body);
    switch (answering) {
      case TAKES -> answer(exchange, 204);
      case TAKES_FOR_NOW -> answer(exchange, 202);
      case REFUSES -> answer(exchange, 422);
      case BUSY -> {
        exchange.getResponseHeaders().set("Retry-After", "30");
        answer(exchange, 503);
      }
      case CHATTERS -> {
        exchange.getResponseHeaders().set("X-Veel", "x".repeat(HUGE));
        answer(exchange, 200);
      }
      case STALLS -> stall(exchange);
      case SIGNS -> sign(exchange, signing.apply(bytes));
    }
  }

  private void stall(HttpExchange exchange) throws IOException {
    try {
      stalled.await();
      answer(exchange, 503);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void sign(HttpExchange exchange, String receipt) throws IOException {
    var body = receipt.getBytes(StandardCharsets.US_ASCII);
    exchange.getResponseHeaders().set("Content-Type", "application/jwt");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private boolean isSluis(HttpsExchange exchange) throws IOException {
    var seen = (X509Certificate) exchange.getSSLSession().getPeerCertificates()[0];
    shown = seen.getSerialNumber();
    return seen.getSubjectX500Principal().getName("RFC1779").contains(DevSettings.SLUIS.value());
  }

  @Override
  public void close() {
    answers(How.BUSY);
    shut();
    site.fetchesItself(oin);
    threads.shutdownNow();
  }
}
