package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import nl.sluis.dev.authority.DevCertificate;
import nl.sluis.gateway.client.Answer;
import nl.sluis.gateway.partner.Line;
import nl.sluis.gateway.partner.PartnerSettings;
import nl.sluis.gateway.partner.Stopped;

/// A Sluis that was broken into: it has her certificate and answers as she does, but for what it
/// bends. What it is told is passed on with the own keys of who asks, so all else is real.
/// Thread-safe.
final class BentLine implements AutoCloseable {
  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Line straight;
  private final Path settings;
  private final List<String> posted = new ArrayList<>();
  private volatile BiConsumer<String, ObjectNode> bends = (_, _) -> {};

  /// @param own the certificate of Sluis
  /// @param settings of who asks
  BentLine(DevCertificate own, Path settings, InstantSource clock) throws Exception {
    var read = PartnerSettings.read(settings);
    straight = Line.open(read, clock);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 20);
    server.setHttpsConfigurator(new HttpsConfigurator(context(own)));
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    var door = "adres: https://localhost:" + server.getAddress().getPort();
    this.settings =
        Files.writeString(
            settings.resolveSibling("verbogen.yaml"),
            Files.readString(settings).replace("adres: " + read.sluis().address(), door));
  }

  private static SSLContext context(DevCertificate own)
      throws GeneralSecurityException, IOException {
    var keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    keys.setKeyEntry("sluis", own.key(), new char[0], own.chain().toArray(Certificate[]::new));
    var managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, new char[0]);
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  /// The settings of who is led here.
  Path settings() {
    return settings;
  }

  /// From now on each answer goes through this: the path that was asked, and what is answered.
  void bend(BiConsumer<String, ObjectNode> how) {
    bends = how;
  }

  /// To which paths something was posted since the last time this was asked.
  synchronized List<String> posted() {
    var paths = List.copyOf(posted);
    posted.clear();
    return paths;
  }

  private synchronized void post(String path) {
    posted.add(path);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().toString();
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    try (exchange) {
      if (path.equals("/v1/token")) {
        send(exchange, 200, token());
        return;
      }
      var answer = passedOn(exchange, path, body);
      if (answer.body() instanceof ObjectNode object) {
        bends.accept(path, object);
      }
      send(exchange, answer.status(), answer.body());
    } catch (Stopped e) {
      throw new IOException("it cannot be passed on", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private Answer passedOn(HttpExchange exchange, String path, String body)
      throws Stopped, IOException, InterruptedException {
    if (exchange.getRequestMethod().equals("GET")) {
      return straight.client().get(path);
    }
    post(path);
    var type = exchange.getRequestHeaders().getFirst("Content-Type");
    return straight.client().post(path, type, body);
  }

  private static ObjectNode token() {
    return JsonNodeFactory.instance.objectNode().put("access_token", "x").put("expires_in", 600);
  }

  private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
    var bytes =
        body.isMissingNode() ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
    straight.close();
  }
}
