package nl.sluis.gateway.bedrijf;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import nl.sluis.gateway.meting.Measured;
import nl.sluis.gateway.normen.Collector;
import nl.sluis.gateway.trace.Trace;

/// Sends the steps of exchanges to a collector, as spans of OpenTelemetry in the trace of who
/// asked.
///
/// This is telemetry and not the logbook: what the caller does not record is not sent, and what
/// does not fit is dropped and counted; no exchange waits for it. A span holds the word of a step,
/// how it ended and by which road, and nothing else. Thread-safe.
public final class Steps implements Measured.Sink, AutoCloseable {
  private static final int WAITING = 2_000;
  private static final int PAGE = 200;
  private static final long PAUSE_SECONDS = 2;
  private static final int LONGEST_LAST_SECONDS = 8;

  private final Collector collector;
  private final Resource resource;
  private final BlockingQueue<Measured> waiting = new ArrayBlockingQueue<>(WAITING);
  private final LongAdder dropped = new LongAdder();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("sporen").factory());

  /// @param region which Sluis it is
  public Steps(Collector collector, String region) {
    this.collector = collector;
    this.resource =
        Resource.builder().put("service.name", "sluis").put("sluis.regio", region).build();
    var _ =
        timer.scheduleWithFixedDelay(this::send, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void ended(Measured measured) {
    if (measured.trace().sampled() && !waiting.offer(measured)) {
      dropped.increment();
    }
  }

  /// How many exchanges went untold.
  public long dropped() {
    return dropped.sum();
  }

  private synchronized void send() {
    var page = new ArrayList<Measured>();
    while (waiting.drainTo(page, PAGE) > 0) {
      var spans = page.stream().flatMap(each -> spans(each, resource).stream()).toList();
      if (!collector.keeps(spans, List.of())) {
        dropped.add(page.size());
        return;
      }
      page.clear();
    }
  }

  /// The spans of one exchange: the whole, and below it each of its steps.
  static List<SpanData> spans(Measured measured, Resource resource) {
    var trace = measured.trace();
    var spans = new ArrayList<SpanData>();
    var own = Trace.action();
    long began = TimeUnit.MILLISECONDS.toNanos(measured.at().toEpochMilli());
    var told =
        Attributes.builder()
            .put("sluis.uitkomst", measured.outcome().word())
            .put("sluis.baan", measured.road().word())
            .build();
    spans.add(
        new StepSpan(
            "uitwisseling",
            SpanKind.SERVER,
            trace.id(),
            own,
            trace.caller(),
            began,
            measured.nanos(),
            told,
            resource));
    for (var lap : measured.laps()) {
      spans.add(
          StepSpan.below(
              own, trace.id(), lap.stage().word(), began + lap.from(), lap.nanos(), resource));
    }
    return spans;
  }

  /// Sends what waits, if the collector takes it.
  @Override
  public void close() {
    timer.execute(this::send);
    timer.shutdown();
    try {
      var _ = timer.awaitTermination(LONGEST_LAST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
