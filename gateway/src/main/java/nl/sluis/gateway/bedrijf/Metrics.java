package nl.sluis.gateway.bedrijf;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import nl.sluis.gateway.meting.Measured;
import nl.sluis.gateway.meting.Outcome;
import nl.sluis.gateway.meting.Road;
import nl.sluis.gateway.meting.Stage;

/// What is measured of a gateway, in the text form of Prometheus.
///
/// Exchanges are counted by outcome and road only: by partner, purpose or hour one child would be a
/// number (design 10.20). A label is a word of our own, the number of an organisation, or a name
/// from the settings. Thread-safe.
public final class Metrics implements Measured.Sink, AutoCloseable {
  private static final Duration[] STEPS = {
    Duration.ofNanos(500_000),
    Duration.ofMillis(1),
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Map<Stage, Timer> stages = new EnumMap<>(Stage.class);
  private final Map<Outcome, Map<Road, Counter>> exchanges = new EnumMap<>(Outcome.class);
  private final Timer whole;
  private final CopyOnWriteArrayList<Runnable> looks = new CopyOnWriteArrayList<>();

  /// Nothing was counted yet.
  public Metrics() {
    for (var stage : Stage.values()) {
      stages.put(stage, timer("sluis.stap", "Hoe lang een stap van een uitwisseling duurt", stage));
    }
    whole =
        Timer.builder("sluis.uitwisseling")
            .description("Hoe lang een uitwisseling duurt")
            .serviceLevelObjectives(STEPS)
            .register(registry);
    for (var outcome : Outcome.values()) {
      var roads = new EnumMap<Road, Counter>(Road.class);
      for (var road : Road.values()) {
        roads.put(road, counter(outcome, road));
      }
      exchanges.put(outcome, roads);
    }
    new JvmMemoryMetrics().bindTo(registry);
    collections.bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  private Timer timer(String name, String help, Stage stage) {
    return Timer.builder(name)
        .description(help)
        .tag("stap", stage.word())
        .serviceLevelObjectives(STEPS)
        .register(registry);
  }

  private Counter counter(Outcome outcome, Road road) {
    return Counter.builder("sluis.uitwisselingen")
        .description("Uitwisselingen, naar hoe zij afliepen en langs welke baan")
        .tag("uitkomst", outcome.word())
        .tag("baan", road.word())
        .register(registry);
  }

  @Override
  public void ended(Measured measured) {
    var roads = exchanges.get(measured.outcome());
    var counter = roads == null ? null : roads.get(measured.road());
    if (counter != null) {
      counter.increment();
    }
    whole.record(measured.nanos(), TimeUnit.NANOSECONDS);
    for (var lap : measured.laps()) {
      var timer = stages.get(lap.stage());
      if (timer != null) {
        timer.record(lap.nanos(), TimeUnit.NANOSECONDS);
      }
    }
  }

  /// Adds a number that goes up and down, looked at whenever somebody asks.
  ///
  /// @param name with points, such as `sluis.wachtrij`
  /// @param help what it is, in Dutch
  public void level(String name, String help, Supplier<Number> look) {
    Gauge.builder(name, look).description(help).strongReference(true).register(registry);
  }

  /// Adds a number that only goes up since the start.
  public <T> void count(String name, String help, T of, ToDoubleFunction<T> look) {
    FunctionCounter.builder(name, of, look).description(help).register(registry);
  }

  /// Adds a number for each of some, of which there may be others each time.
  ///
  /// @param label what tells them apart; MUST NOT be anything about a person
  public void levels(
      String name,
      String help,
      String label,
      Supplier<? extends Map<String, ? extends Number>> look) {
    var gauge = MultiGauge.builder(name).description(help).register(registry);
    looks.add(
        () ->
            gauge.register(
                look.get().entrySet().stream()
                    .map(e -> MultiGauge.Row.of(Tags.of(label, e.getKey()), e.getValue()))
                    .toList(),
                true));
  }

  /// Everything, as Prometheus reads it (`text/plain; version=0.0.4`).
  public String scrape() {
    looks.forEach(Runnable::run);
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
