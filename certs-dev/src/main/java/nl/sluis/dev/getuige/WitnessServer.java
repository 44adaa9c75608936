package nl.sluis.dev.getuige;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/// The HTTP side of a witness. It speaks no TLS: whoever is reached from outside puts it behind the
/// web server that already has a certificate. May be shared between threads.
public final class WitnessServer implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(WitnessServer.class.getName());
  private static final int MOST_BYTES = 64 * 1024;
  private static final Pattern NEWEST = Pattern.compile("/([0-9a-f]{64})/checkpoint");

  private final LogWitness witness;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private WitnessServer(LogWitness witness, HttpServer server) {
    this.witness = witness;
    this.server = server;
  }

  /// Opens a door.
  ///
  /// @param host the address to listen at
  /// @param port the port; 0 for any
  public static WitnessServer open(LogWitness witness, String host, int port) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(host, port), 50);
    var made = new WitnessServer(witness, server);
    server.setExecutor(made.threads);
    server.createContext("/", made::answer);
    server.start();
    return made;
  }

  /// Where it listens.
  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      LogWitness.Answer answer;
      try {
        answer = answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), exchange);
      } catch (IOException | RuntimeException e) {
        // Nothing was signed, or nobody will know: the log asks again.
        LOG.log(Level.SEVERE, "the witness could not answer", e);
        answer = LogWitness.Answer.of(500, "de getuige kan nu niet tekenen");
      }
      var body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private LogWitness.Answer answer(String method, String path, HttpExchange exchange)
      throws IOException {
    if (path.equals("/add-checkpoint") || path.equals("/add-key-history")) {
      if (!method.equals("POST")) {
        return LogWitness.Answer.of(405, "alleen POST");
      }
      var body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
      return body.length > MOST_BYTES
          ? LogWitness.Answer.of(413, "te groot")
          : taken(path, new String(body, StandardCharsets.UTF_8));
    }
    var newest = NEWEST.matcher(path);
    if (!newest.matches()) {
      return LogWitness.Answer.of(404, "hier is niets");
    }
    return method.equals("GET")
        ? witness.newest(newest.group(1))
        : LogWitness.Answer.of(405, "alleen GET");
  }

  private LogWitness.Answer taken(String path, String body) throws IOException {
    return path.equals("/add-checkpoint") ? witness.add(body) : witness.addHistory(body);
  }

  @Override
  public void close() throws IOException {
    server.stop(0);
    threads.close();
    witness.close();
  }
}
