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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;
import nl.sluis.gateway.edge.RenewedTls;

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

  private final URI address;
  private final RenewedTls tls;
  private Open open;

  /// The exporters, and by what they were made.
  private record Open(
      RenewedTls.Tls by, OtlpHttpSpanExporter lines, OtlpHttpLogRecordExporter decisions) {
    void close() {
      lines.shutdown();
      decisions.shutdown();
    }
  }

  /// How Sluis reaches it.
  ///
  /// @param address the base, to which `/v1/traces` and `/v1/logs` are added
  /// @param chain the certificate of Sluis for it, PEM, own certificate first
  /// @param key its key, PEM, PKCS#8
  /// @param trust the authorities of the other end, in one PEM file
  public record Line(URI address, Path chain, Path key, Path trust) {}

  private Collector(URI address, RenewedTls tls) {
    this.address = address;
    this.tls = tls;
    this.open = open(address, tls.now());
  }

  /// Reads the files; sends nothing yet. They are looked at again at each sending.
  ///
  /// @throws IllegalArgumentException when they cannot be used now
  public static Collector over(Line line, InstantSource clock) {
    QUIET.setLevel(Level.OFF);
    return new Collector(
        line.address(), new RenewedTls(line.chain(), line.key(), line.trust(), clock));
  }

  private static Open open(URI address, RenewedTls.Tls by) {
    var loader = confirming();
    return new Open(
        by,
        OtlpHttpSpanExporter.builder()
            .setEndpoint(address + "/v1/traces")
            .setSslContext(by.context(), by.trust())
            .setTimeout(PATIENCE)
            .setConnectTimeout(PATIENCE)
            .setRetryPolicy(null)
            .setMeterProvider(MeterProvider.noop())
            .setComponentLoader(loader)
            .build(),
        OtlpHttpLogRecordExporter.builder()
            .setEndpoint(address + "/v1/logs")
            .setSslContext(by.context(), by.trust())
            .setTimeout(PATIENCE)
            .setConnectTimeout(PATIENCE)
            .setRetryPolicy(null)
            .setMeterProvider(MeterProvider.noop())
            .setComponentLoader(loader)
            .build());
  }

  /// What was being sent when the files changed is sent again by whoever sent it: nothing was kept
  /// until the other end says so.
  private synchronized Open now() {
    var by = tls.now();
    if (!open.by().equals(by)) {
      var before = open;
      open = open(address, by);
      before.close();
    }
    return open;
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
    var to = now();
    if (!spans.isEmpty()) {
      sent.add(to.lines().export(spans));
    }
    if (!records.isEmpty()) {
      sent.add(to.decisions().export(records));
    }
    return CompletableResultCode.ofAll(sent).join(MOST_MILLIS, TimeUnit.MILLISECONDS).isSuccess();
  }

  @Override
  public synchronized void close() {
    open.close();
  }
}
