package nl.sluis.gateway.edge;

import io.vertx.core.http.HttpServer;
import io.vertx.core.net.ServerSSLOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import nl.sluis.gateway.peer.CrlStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Renews the server's own certificate, and revocation lists where clients show one, while the
/// doors are open.
///
/// Thread-safe. Looks every so often whether the files changed, and at once when told. What is bad
/// is said once in the log and never replaces what is good.
public final class Reloading implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Reloading.class);

  private static final long PATIENCE_SECONDS = 10;

  private record Door(HttpServer server, Function<ServerIdentity, ServerSSLOptions> tls) {}

  private final Optional<CrlStore> lists;
  private final Path chainFile;
  private final Path keyFile;
  private final InstantSource clock;
  private final List<Door> doors = new ArrayList<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("herladen").factory());
  private ServerIdentity identity;
  private long listsVersion;
  private List<String> said = List.of();

  /// @param identity what is in force now, read from the two files
  public Reloading(
      CrlStore lists, ServerIdentity identity, Path chainFile, Path keyFile, InstantSource clock) {
    this(Optional.of(lists), identity, chainFile, keyFile, clock);
  }

  /// For a door at which nobody shows a certificate, and nothing can be revoked.
  ///
  /// @param identity what is in force now, read from the two files
  public Reloading(ServerIdentity identity, Path chainFile, Path keyFile, InstantSource clock) {
    this(Optional.empty(), identity, chainFile, keyFile, clock);
  }

  private Reloading(
      Optional<CrlStore> lists,
      ServerIdentity identity,
      Path chainFile,
      Path keyFile,
      InstantSource clock) {
    this.lists = lists;
    this.listsVersion = lists.map(CrlStore::version).orElse(0L);
    this.identity = identity;
    this.chainFile = chainFile;
    this.keyFile = keyFile;
    this.clock = clock;
  }

  /// Adds a door whose TLS is made anew when something changed.
  ///
  /// @param tls such as `identity -> PartnerListener.tls(identity, limits, trust)`
  public synchronized void keep(HttpServer server, Function<ServerIdentity, ServerSSLOptions> tls) {
    doors.add(new Door(server, tls));
  }

  /// Looks for changes again and again, until closed.
  public void every(Duration interval) {
    var nanos = interval.toNanos();
    var _ = timer.scheduleWithFixedDelay(this::look, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  private void look() {
    try {
      reload();
    } catch (RuntimeException e) {
      // Otherwise the timer would stop, and nobody would hear of a revoked certificate again.
      LOG.error("reload failed", e);
    }
  }

  /// Looks for changes now, and waits until the doors use them. MUST NOT run on an event loop.
  ///
  /// @return what could not be taken over, a line each; empty when all is well
  public synchronized List<String> reload() {
    var problems = new ArrayList<String>();
    var changed = lists.isPresent() && hasNewLists(lists.get().reload(), problems);
    try {
      var found = ServerIdentity.read(chainFile, keyFile, clock.instant());
      if (!found.isSameAs(identity)) {
        identity = found;
        changed = true;
      }
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage() + "; the certificate in force stays");
    }
    if (changed) {
      renewDoors();
    }
    if (!problems.equals(said)) {
      problems.forEach(p -> LOG.warn("not taken over: {}", p));
      said = List.copyOf(problems);
    }
    return List.copyOf(problems);
  }

  private boolean hasNewLists(CrlStore.Reloaded outcome, List<String> problems) {
    outcome.faults().forEach(f -> problems.add("`" + f.file() + "` " + f.problem()));
    var changed = outcome.version() != listsVersion;
    listsVersion = outcome.version();
    return changed;
  }

  /// A new TLS context also forgets the sessions of the old one, so that none is resumed unseen.
  private void renewDoors() {
    for (var door : doors) {
      // Forced: without it a change that the options do not show is silently left out.
      var renewed = door.server().updateSSLOptions(door.tls().apply(identity), true);
      try {
        renewed.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        LOG.info("certificate or revocation list renewed");
      } catch (ExecutionException | TimeoutException e) {
        LOG.error("TLS could not be renewed", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Until when the certificate in force is valid.
  public synchronized Instant validUntil() {
    return identity.validUntil();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
