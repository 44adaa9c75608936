package nl.sluis.gateway.normen;

import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;
import nl.sluis.gateway.edge.OutgoingTls;
import nl.sluis.gateway.edge.ServerIdentity;

/// The collector to which lines go, by OTLP over HTTP with protobuf and mutual TLS, with the
/// exporters of OpenTelemetry itself.
///
/// Each call says whether the other end kept everything. May be shared between threads.
public final class Collector implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long MOST_MILLIS = PATIENCE.plusSeconds(2).toMillis();

  /// What the exporters say when it fails may quote the other end; [LineSender] tells it in our own
  /// words. Kept here, for the JDK forgets the level of a logger that nobody holds.
  private static final Logger QUIET = Logger.getLogger("io.opentelemetry");

  private final OtlpHttpSpanExporter lines;
  private final OtlpHttpLogRecordExporter decisions;

  /// How Sluis reaches it.
  ///
  /// @param address the base, to which `/v1/traces` and `/v1/logs` are added
  /// @param chain the certificate of Sluis for it, PEM, own certificate first
  /// @param key its key, PEM, PKCS#8
  /// @param trust the authorities of the other end, in one PEM file
  public record Line(URI address, Path chain, Path key, Path trust) {}

  private Collector(OtlpHttpSpanExporter lines, OtlpHttpLogRecordExporter decisions) {
    this.lines = lines;
    this.decisions = decisions;
  }

  /// Reads the files; sends nothing yet.
  ///
  /// @throws IllegalArgumentException when they cannot be used at this instant
  public static Collector over(Line line, Instant now) {
    QUIET.setLevel(Level.OFF);
    var identity = ServerIdentity.read(line.chain(), line.key(), now);
    var trust = OutgoingTls.trust(line.trust());
    var context = OutgoingTls.context(identity, trust);
    var loader = confirming();
    return new Collector(
        OtlpHttpSpanExporter.builder()
            .setEndpoint(line.address() + "/v1/traces")
            .setSslContext(context, trust)
            .setTimeout(PATIENCE)
            .setConnectTimeout(PATIENCE)
            .setRetryPolicy(null)
            .setMeterProvider(MeterProvider.noop())
            .setComponentLoader(loader)
            .build(),
        OtlpHttpLogRecordExporter.builder()
            .setEndpoint(line.address() + "/v1/logs")
            .setSslContext(context, trust)
            .setTimeout(PATIENCE)
            .setConnectTimeout(PATIENCE)
            .setRetryPolicy(null)
            .setMeterProvider(MeterProvider.noop())
            .setComponentLoader(loader)
            .build());
  }

  /// Whatever OpenTelemetry looks for, with a sender that believes nothing but a whole yes.
  private static ComponentLoader confirming() {
    var found = ComponentLoader.forClassLoader(Collector.class.getClassLoader());
    return new ComponentLoader() {
      @Override
      public <T> Iterable<T> load(Class<T> wanted) {
        if (!wanted.equals(HttpSenderProvider.class)) {
          return found.load(wanted);
        }
        return StreamSupport.stream(found.load(HttpSenderProvider.class).spliterator(), false)
            .map(provider -> wanted.cast(new Confirming(provider)))
            .toList();
      }
    };
  }

  /// Sends these, and waits until the other end kept them.
  ///
  /// @return false when it did not, or did not say so in time
  public boolean keeps(List<SpanData> spans, List<LogRecordData> records) {
    var sent = new ArrayList<CompletableResultCode>();
    if (!spans.isEmpty()) {
      sent.add(lines.export(spans));
    }
    if (!records.isEmpty()) {
      sent.add(decisions.export(records));
    }
    return CompletableResultCode.ofAll(sent).join(MOST_MILLIS, TimeUnit.MILLISECONDS).isSuccess();
  }

  @Override
  public void close() {
    lines.shutdown();
    decisions.shutdown();
  }
}
