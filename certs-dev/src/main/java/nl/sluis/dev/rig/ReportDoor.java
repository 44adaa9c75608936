package nl.sluis.dev.rig;

import com.nimbusds.jose.jwk.ECKey;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.FreePorts;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.message.MessageFault;
import nl.sluis.gateway.message.MessageVerifier;
import nl.sluis.gateway.message.SenderKeys;
import nl.sluis.policies.terms.Oin;
import org.jspecify.annotations.Nullable;

/// The door at which Veilig Thuis takes reports of acute danger: a real HTTPS server that demands
/// the certificate of Sluis, proves what it gets, and knows a report by its signer and number.
///
/// It can be shut, too busy, slow, or show the certificate of somebody else. Thread-safe.
public final class ReportDoor implements AutoCloseable {
  private final DevSite site;
  private final Oin oin;
  private final MessageVerifier verifier;
  private final SenderKeys senders;
  private final AtomicInteger calls = new AtomicInteger();
  private final Map<String, Long> arrived = new LinkedHashMap<>();
  private final Map<String, String> handovers = new LinkedHashMap<>();
  private final Map<String, String> crossings = new LinkedHashMap<>();
  private volatile int answer = 201;
  private volatile CountDownLatch stalled = new CountDownLatch(0);
  private final int port = FreePorts.any();
  private @Nullable HttpsServer server;

  /// Opens a door for this organisation, and lets the site know where it is.
  ///
  /// @param bindingKeys the public keys with which Sluis binds what it delivers
  /// @param senders the keys of those who may have signed
  public ReportDoor(DevSite site, Oin oin, List<ECKey> bindingKeys, SenderKeys senders) {
    this.site = site;
    this.oin = oin;
    this.verifier = new MessageVerifier(DevSettings.SLUIS, SigningKeys.of(bindingKeys));
    this.senders = senders;
    open();
    site.reachable(oin, URI.create("https://localhost:" + port + "/meldingen"));
  }

  /// Opens it, as Veilig Thuis itself.
  public void open() {
    openAs(oin);
  }

  /// Opens it with the certificate of this organisation, which may be another's.
  public synchronized void openAs(Oin who) {
    try {
      var made =
          HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
      var certificate = site.authority().partnerWithWrongUse(who, "Veilig Thuis").identity();
      made.setHttpsConfigurator(MutualTls.of(site, certificate));
      made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      made.createContext("/meldingen", this::take);
      made.start();
      server = made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Shuts it: nobody answers there.
  public synchronized void shut() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }

  /// Answers with this status from now on and takes nothing; 201 to take again.
  public void answersWith(int status) {
    answer = status;
  }

  /// Takes what comes but lets everybody wait, until [#goesOn].
  public void stalls() {
    stalled = new CountDownLatch(1);
  }

  /// Answers whoever waits, and lets nobody wait any more.
  public void goesOn() {
    stalled.countDown();
  }

  /// Takes reports again as it should, whatever was wrong with it.
  public synchronized void mend() {
    goesOn();
    answersWith(201);
    if (server == null) {
      open();
    }
  }

  /// How often somebody was let in.
  public int calls() {
    return calls.get();
  }

  /// Every report that was taken, once, by its signer and number: when, on the clock of
  /// [System#nanoTime].
  public Map<String, Long> arrived() {
    synchronized (arrived) {
      return Map.copyOf(arrived);
    }
  }

  /// The number of FSC under which the report of this exchange was last brought; empty when under
  /// none.
  public String crossed(String transaction) {
    synchronized (arrived) {
      return crossings.getOrDefault(transaction, "");
    }
  }

  /// The note that came with the report of this exchange; empty when none did.
  public String handover(String transaction) {
    synchronized (arrived) {
      return handovers.getOrDefault(transaction, "");
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    calls.incrementAndGet();
    var body = exchange.getRequestBody().readAllBytes();
    awaitTurn();
    exchange.sendResponseHeaders(status((HttpsExchange) exchange, body), -1);
    exchange.close();
  }

  private void awaitTurn() {
    try {
      stalled.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private int status(HttpsExchange exchange, byte[] body) throws IOException {
    if (!isSluis((X509Certificate) exchange.getSSLSession().getPeerCertificates()[0])) {
      return 403;
    }
    if (answer != 201) {
      return answer;
    }
    try {
      var message = verifier.verifyHandOverAtAnyTime(body, senders, oin).message();
      var key = message.signer() + " " + message.jti();
      var transaction = exchange.getRequestHeaders().getFirst("Sluis-Transactie");
      var note = exchange.getRequestHeaders().getFirst("Sluis-Overdracht");
      var number = exchange.getRequestHeaders().getFirst("Fsc-Transaction-Id");
      synchronized (arrived) {
        handovers.put(transaction, note == null ? "" : note);
        crossings.put(transaction, number == null ? "" : number);
        return arrived.putIfAbsent(key, System.nanoTime()) == null ? 201 : 200;
      }
    } catch (MessageFault _) {
      return 400;
    }
  }

  private static boolean isSluis(X509Certificate certificate) {
    return certificate
        .getSubjectX500Principal()
        .getName("RFC1779")
        .contains(DevSettings.SLUIS.value());
  }

  @Override
  public void close() {
    shut();
  }
}
