package nl.sluis.gateway.boot;

import com.zaxxer.hikari.HikariDataSource;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.sluis.gateway.bedrijf.Metrics;
import nl.sluis.gateway.bedrijf.Readiness;
import nl.sluis.gateway.bedrijf.Recent;
import nl.sluis.gateway.bedrijf.Standing;
import nl.sluis.gateway.bedrijf.Steps;
import nl.sluis.gateway.convenant.Convenanten;
import nl.sluis.gateway.edge.ConnectionGuard;
import nl.sluis.gateway.edge.ManagementListener;
import nl.sluis.gateway.edge.ServerIdentity;
import nl.sluis.gateway.edge.Shares;
import nl.sluis.gateway.getuige.Witnesses;
import nl.sluis.gateway.http.ManagementDoor;
import nl.sluis.gateway.keys.KekSource;
import nl.sluis.gateway.meting.Measured;
import nl.sluis.gateway.normen.Collector;
import nl.sluis.gateway.sequencer.Sequencer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What who runs a gateway sees of it, and how it is stopped. One thread opens and closes it.
final class Operating implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Operating.class);
  private static final int RECENT = 1_000;

  private final Settings settings;
  private final InstantSource clock;
  private final Metrics metrics = new Metrics();
  private final Recent recent = new Recent(RECENT);
  private final Readiness readiness;
  private final Optional<Steps> steps;
  private final Optional<Collector> collector;
  private @Nullable HttpServer server;

  /// What is looked at.
  record Seen(
      HikariDataSource database,
      Sequencer sequencer,
      Witnesses witnesses,
      Convenanten convenanten,
      Shares shares,
      Doors doors,
      Delivering delivering) {}

  Operating(Settings settings, InstantSource clock, Seen seen) {
    this.settings = settings;
    this.clock = clock;
    var standing = new Standing(seen.database(), settings.region(), clock);
    this.readiness = new Readiness(parts(seen, standing));
    this.collector =
        settings
            .lines()
            .collector()
            .filter(_ -> settings.operations().steps())
            .map(line -> Collector.over(line, clock));
    this.steps = collector.map(end -> new Steps(end, settings.region()));
    steps.ifPresent(
        sent ->
            metrics.count(
                "sluis.sporen.gemist",
                "Uitwisselingen waarvan geen spoor ging",
                sent,
                Steps::dropped));
    new Gauges(metrics, settings, clock).over(seen, standing);
  }

  /// Hears how long each exchange took.
  Measured.Sink sink() {
    return measured -> {
      metrics.ended(measured);
      recent.ended(measured);
      steps.ifPresent(sent -> sent.ended(measured));
    };
  }

  private List<Readiness.Part> parts(Seen seen, Standing standing) {
    return List.of(
        new Readiness.Part("database", true, () -> isThere(seen.database())),
        new Readiness.Part("sleutels", true, this::areKeysThere),
        new Readiness.Part("convenant", true, () -> !seen.convenanten().digests().isEmpty()),
        new Readiness.Part("getuigen", false, () -> Gauges.silent(seen, clock).isEmpty()),
        new Readiness.Part("tijdstempels", false, () -> isStamped(standing)));
  }

  private static boolean isThere(HikariDataSource database) {
    try (var connection = database.getConnection()) {
      return connection.isValid(1);
    } catch (SQLException _) {
      return false;
    }
  }

  private boolean areKeysThere() {
    return Files.isReadable(settings.keyFolder())
        && switch (settings.keyEncryptionKey().current()) {
          case KekSource.OfFile(var file) -> Files.isReadable(file);
          case KekSource.OfKeystore(var keystore, _) -> Files.isReadable(keystore);
          case KekSource.OfToken(var library, _, _) -> Files.isReadable(library);
        };
  }

  /// Three times as long as it should take is too long.
  private boolean isStamped(Standing standing) {
    return settings
        .timestamps()
        .map(line -> line.every().multipliedBy(3))
        .map(
            longest ->
                standing
                    .now()
                    .stamp()
                    .map(at -> at.plus(longest).isAfter(clock.instant()))
                    .orElse(false))
        .orElse(true);
  }

  /// Opens the door, if there is one.
  void open(Vertx vertx) {
    settings.operations().management().ifPresent(line -> open(vertx, line));
  }

  private void open(Vertx vertx, Settings.Management line) {
    var tls =
        line.tls()
            .map(
                mutual ->
                    ManagementListener.tls(
                        ServerIdentity.read(mutual.chain(), mutual.key(), clock.instant()),
                        mutual.trust()));
    var guard = new ConnectionGuard(vertx, ManagementListener.LIMITS);
    var door = new ManagementDoor(readiness, metrics, recent);
    var listening =
        ManagementListener.create(vertx, line.host(), line.port(), tls, guard)
            .requestHandler(door.router(vertx, guard))
            .listen();
    server = Doors.await(listening);
    LOG.info("open for who runs it on {}", server.actualPort());
  }

  /// The port at which who runs it comes in; empty when there is none.
  Optional<Integer> port() {
    return Optional.ofNullable(server).map(HttpServer::actualPort);
  }

  /// Says that nothing new may come, and waits until whoever balances can have seen that.
  void announceStop() {
    readiness.drain();
    var announced = settings.operations().announced();
    if (server != null && announced.compareTo(Duration.ZERO) > 0) {
      try {
        var _ = new CountDownLatch(1).await(announced.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    if (server != null) {
      Doors.await(server.close());
    }
    steps.ifPresent(Steps::close);
    collector.ifPresent(Collector::close);
    metrics.close();
  }
}
