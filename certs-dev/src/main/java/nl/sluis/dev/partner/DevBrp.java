package nl.sluis.dev.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.sluis.gateway.edge.OutgoingTls;
import nl.sluis.gateway.edge.ServerIdentity;
import nl.sluis.gateway.gezagsbron.BrpPersonen;

/// A stand-in for BRP API Personen: a real HTTPS server that asks for a client certificate and
/// gives, for each test number, the answer that stands in `brp/antwoorden.json`.
///
/// It is no BRP: it knows nobody, computes no gezag, and keeps no state. The answers are our own,
/// in the published shape; none was ever given by the real register. Thread-safe.
public final class DevBrp implements AutoCloseable {
  private static final String ASKED = "RaadpleegMetBurgerservicenummer";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Recorded> answers = new HashMap<>();
  private final DevSite site;

  /// One answer.
  ///
  /// @param name what it is an example of
  /// @param bsn to a question about which test number
  /// @param status with which HTTP status; 0 when no answer comes at all
  /// @param isPublished whether it has the published shape; else it shows what must not be believed
  /// @param body what is answered
  public record Recorded(String name, String bsn, int status, boolean isPublished, JsonNode body) {}

  private DevBrp(HttpsServer server, DevSite site) {
    this.server = server;
    this.site = site;
    recorded().forEach(answer -> answers.put(answer.bsn(), answer));
  }

  /// Starts one on any free port of this machine, with the certificates of this site.
  public static DevBrp start(DevSite site) {
    try {
      var shown = site.server();
      var identity =
          ServerIdentity.read(shown.chainFile(), shown.keyFile(), site.clock().instant());
      var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var server = HttpsServer.create(here, 0);
      server.setHttpsConfigurator(
          new StrictTls(OutgoingTls.context(identity, site.authority().trustFile())));
      var brp = new DevBrp(server, site);
      server.setExecutor(brp.threads);
      server.createContext("/haalcentraal/api/brp/personen", brp::answer);
      server.start();
      return brp;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Every answer that it can give.
  public static List<Recorded> recorded() {
    try (var file = DevBrp.class.getResourceAsStream("/brp/antwoorden.json")) {
      var all = new ArrayList<Recorded>();
      for (var one : JSON.readTree(Objects.requireNonNull(file, "the answers are in the jar"))) {
        all.add(
            new Recorded(
                one.path("naam").asText(),
                one.path("bsn").asText(),
                one.path("status").asInt(),
                !one.path("buitenDeVorm").asBoolean(),
                one.path("antwoord")));
      }
      return List.copyOf(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How a gateway on this site reaches it.
  public BrpPersonen.Line line() {
    var own = site.authority().partner(DevSettings.SLUIS, "Sluis").identity();
    return new BrpPersonen.Line(
        URI.create("https://localhost:" + server.getAddress().getPort() + "/haalcentraal/api/brp"),
        own.chainFile(),
        own.keyFile(),
        site.authority().trustFile());
  }

  private void answer(HttpExchange exchange) throws IOException {
    var question = JSON.readTree(exchange.getRequestBody().readAllBytes());
    var numbers = question.path("burgerservicenummer");
    boolean asked =
        exchange.getRequestMethod().equals("POST")
            && question.path("type").asText().equals(ASKED)
            && question.path("fields").isArray()
            && numbers.size() == 1;
    if (!asked) {
      send(
          exchange,
          400,
          JSON.createObjectNode().put("status", 400).put("code", "paramsValidation"));
      return;
    }
    var recorded = answers.get(numbers.get(0).asText());
    if (recorded == null) {
      var nobody = JsonNodeFactory.instance.objectNode().put("type", ASKED);
      nobody.putArray("personen");
      send(exchange, 200, nobody);
    } else if (recorded.status() != 0) {
      send(exchange, recorded.status(), recorded.body());
    }
    // Else the caller waits until its patience ends, or this server.
  }

  private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
    var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    var type = status == 200 ? "application/json; charset=utf-8" : "application/problem+json";
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
