package nl.sluis.dev.partner;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import nl.sluis.gateway.edge.OutgoingTls;
import nl.sluis.gateway.edge.ServerIdentity;
import nl.sluis.gateway.normen.Collector;

/// A collector of OpenTelemetry for development: a real HTTPS server that asks for a client
/// certificate, reads OTLP in protobuf with the classes of OpenTelemetry, and keeps what came, as
/// often as it came.
///
/// It can be told to be away, or to keep less than it was sent. Thread-safe.
public final class DevCollector implements AutoCloseable {
  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final DevSite site;
  private final List<Span> lines = new ArrayList<>();
  private final List<Span> steps = new ArrayList<>();
  private final List<LogRecord> decisions = new ArrayList<>();
  private final List<byte[]> received = new ArrayList<>();
  private volatile Mood mood = Mood.KEEPS;

  /// How it answers.
  public enum Mood {
    /// Keeps everything and says so.
    KEEPS,
    /// Is not there: 503.
    AWAY,
    /// Keeps everything but its answer gets lost.
    SILENT,
    /// Says yes, and that it left something out.
    LEAVES_OUT
  }

  private DevCollector(HttpsServer server, DevSite site) {
    this.server = server;
    this.site = site;
  }

  /// Starts one on any free port of this machine, with the certificates of this site.
  public static DevCollector start(DevSite site) {
    try {
      var shown = site.server();
      var identity =
          ServerIdentity.read(shown.chainFile(), shown.keyFile(), site.clock().instant());
      var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var server = HttpsServer.create(here, 0);
      server.setHttpsConfigurator(
          new StrictTls(OutgoingTls.context(identity, site.authority().trustFile())));
      var collector = new DevCollector(server, site);
      server.setExecutor(collector.threads);
      server.createContext("/v1/traces", collector::traces);
      server.createContext("/v1/logs", collector::logs);
      server.start();
      return collector;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How a gateway on this site reaches it.
  public Collector.Line line() {
    var own = site.authority().partner(DevSettings.SLUIS, "Sluis").identity();
    return new Collector.Line(
        URI.create("https://localhost:" + server.getAddress().getPort()),
        own.chainFile(),
        own.keyFile(),
        site.authority().trustFile());
  }

  /// How it answers from now on.
  public void is(Mood mood) {
    this.mood = mood;
  }

  /// The lines it kept, in the order in which they came.
  public synchronized List<Span> lines() {
    return List.copyOf(lines);
  }

  /// The steps of exchanges it kept, in the order in which they came; they are no lines.
  public synchronized List<Span> steps() {
    return List.copyOf(steps);
  }

  /// The decisions it kept, in the order in which they came.
  public synchronized List<LogRecord> decisions() {
    return List.copyOf(decisions);
  }

  /// Every body that came in, whether it was kept or not.
  public synchronized List<byte[]> received() {
    return List.copyOf(received);
  }

  private void traces(HttpExchange exchange) throws IOException {
    var request = ExportTraceServiceRequest.parseFrom(body(exchange));
    var told = spans(request, true);
    var spans = spans(request, false);
    if (mood != Mood.AWAY) {
      synchronized (this) {
        steps.addAll(told);
      }
    }
    if (mood != Mood.AWAY && !spans.isEmpty()) {
      synchronized (this) {
        lines.addAll(mood == Mood.LEAVES_OUT ? spans.subList(1, spans.size()) : spans);
      }
    }
    var partial = ExportTracePartialSuccess.newBuilder().setRejectedSpans(1);
    answer(
        exchange,
        mood == Mood.LEAVES_OUT
            ? ExportTraceServiceResponse.newBuilder().setPartialSuccess(partial).build()
            : ExportTraceServiceResponse.getDefaultInstance());
  }

  /// @param steps whether those are meant that tell how long something took, or the lines
  private static List<Span> spans(ExportTraceServiceRequest request, boolean steps) {
    return request.getResourceSpansList().stream()
        .flatMap(resource -> resource.getScopeSpansList().stream())
        .filter(scope -> scope.getScope().getName().equals("sluis-stappen") == steps)
        .flatMap(scope -> scope.getSpansList().stream())
        .toList();
  }

  private void logs(HttpExchange exchange) throws IOException {
    var request = ExportLogsServiceRequest.parseFrom(body(exchange));
    if (mood != Mood.AWAY) {
      synchronized (this) {
        request.getResourceLogsList().stream()
            .flatMap(resource -> resource.getScopeLogsList().stream())
            .flatMap(scope -> scope.getLogRecordsList().stream())
            .forEach(decisions::add);
      }
    }
    answer(exchange, ExportLogsServiceResponse.getDefaultInstance());
  }

  private byte[] body(HttpExchange exchange) throws IOException {
    var bytes = exchange.getRequestBody().readAllBytes();
    boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    var body = packed ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
    synchronized (this) {
      received.add(body);
    }
    var type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (!"application/x-protobuf".equals(type)) {
      throw new InvalidProtocolBufferException("this is no protobuf: " + type);
    }
    return body;
  }

  private void answer(HttpExchange exchange, MessageLite message) throws IOException {
    if (mood == Mood.SILENT) {
      // Closed without an answer, as when the line breaks just then.
      exchange.close();
      return;
    }
    var bytes = message.toByteArray();
    exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
    exchange.sendResponseHeaders(
        mood == Mood.AWAY ? 503 : 200, bytes.length == 0 ? -1 : bytes.length);
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
