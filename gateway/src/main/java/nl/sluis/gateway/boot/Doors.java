package nl.sluis.gateway.boot;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.sluis.gateway.edge.ConnectionGuard;
import nl.sluis.gateway.edge.Limits;
import nl.sluis.gateway.edge.PartnerListener;
import nl.sluis.gateway.edge.PeopleListener;
import nl.sluis.gateway.edge.Reloading;
import nl.sluis.gateway.edge.Renewing;
import nl.sluis.gateway.edge.ServerIdentity;
import nl.sluis.gateway.edge.Shares;
import nl.sluis.gateway.http.PartnerApi;
import nl.sluis.gateway.http.PeoplePages;
import nl.sluis.gateway.http.Routes;
import nl.sluis.gateway.meting.Measured;
import nl.sluis.gateway.peer.CrlStore;
import nl.sluis.gateway.peer.PeerTrust;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The two doors: one for systems that show a certificate, one for browsers that never do.
final class Doors implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Doors.class);
  private static final Duration LOOK = Duration.ofSeconds(10);

  private final Settings settings;
  private final PartnerApi api;
  private final PeoplePages pages;
  private final PeerTrust trust;
  private final CrlStore lists;
  private final Renewing renewing;
  private final Noting noting;
  private final Shares shares;
  private final Expiring expiring;
  private final InstantSource clock;
  private final PartnerWatch watch;
  private @Nullable Reloading reloading;
  private @Nullable Reloading peopleReloading;
  private @Nullable HttpServer partners;
  private @Nullable HttpServer people;
  private final List<ConnectionGuard> guards = new ArrayList<>();
  private List<String> partnerRoutes = List.of();
  private List<String> peopleRoutes = List.of();
  private List<String> pageRoutes = List.of();

  Doors(
      Settings settings, PartnerApi api, PeoplePages pages, Peering peering, InstantSource clock) {
    this.settings = settings;
    this.api = api;
    this.pages = pages;
    this.noting = peering.noting();
    this.trust =
        new PeerTrust(peering.checks(), peering.trusting().anchors(), clock, noting.sightings());
    this.lists = peering.trusting().revocation().lists();
    this.renewing = new Renewing(peering.trusting().revocation());
    this.shares = peering.shares();
    this.expiring = peering.admitting().expiring();
    this.clock = clock;
    this.watch = new PartnerWatch(settings.database(), peering.admitting()::refresh);
  }

  /// @param sink hears how long each exchange took
  void open(Vertx vertx, Measured.Sink sink) {
    // The lists first: a door that opens without them would refuse everybody.
    lists.reload();
    renewing.look();
    watch.start();
    var limits = Limits.STANDARD;
    var forPartners = settings.partners();
    var identity = ServerIdentity.read(forPartners.chain(), forPartners.key(), clock.instant());
    var guard = guard(vertx, limits);
    var tls = PartnerListener.tls(identity, limits, trust);
    var router = api.router(vertx, guard, sink);
    partnerRoutes = Routes.of(router);
    partners =
        await(
            PartnerListener.create(
                    vertx, forPartners.host(), forPartners.port(), limits, tls, guard)
                .requestHandler(router)
                .listen());
    reloading = new Reloading(lists, identity, forPartners.chain(), forPartners.key(), clock);
    reloading.keep(partners, i -> PartnerListener.tls(i, limits, trust));
    reloading.every(LOOK);
    renewing.every(LOOK);
    noting.start();
    openForPeople(vertx, limits);
  }

  private ConnectionGuard guard(Vertx vertx, Limits limits) {
    var guard = new ConnectionGuard(vertx, limits);
    guards.add(guard);
    return guard;
  }

  private void openForPeople(Vertx vertx, Limits limits) {
    var forPeople = settings.people();
    var identity = ServerIdentity.read(forPeople.chain(), forPeople.key(), clock.instant());
    var guard = guard(vertx, limits);
    var router = pages.router(vertx, guard);
    peopleRoutes = Routes.of(router);
    pageRoutes = Routes.pages(router);
    people =
        await(
            PeopleListener.create(
                    vertx,
                    forPeople.host(),
                    forPeople.port(),
                    limits,
                    PeopleListener.tls(identity, limits),
                    guard)
                .requestHandler(router)
                .listen());
    peopleReloading = new Reloading(lists, identity, forPeople.chain(), forPeople.key(), clock);
    peopleReloading.keep(people, i -> PeopleListener.tls(i, limits));
    peopleReloading.every(LOOK);
  }

  List<String> partnerRoutes() {
    return partnerRoutes;
  }

  List<String> peopleRoutes() {
    return peopleRoutes;
  }

  List<String> pageRoutes() {
    return pageRoutes;
  }

  int partnerPort() {
    return port(partners);
  }

  int peoplePort() {
    return port(people);
  }

  private static int port(@Nullable HttpServer server) {
    if (server == null) {
      throw new IllegalStateException("the door is not open");
    }
    return server.actualPort();
  }

  /// Takes over new revocation lists and certificates now.
  List<String> reload() {
    return reloading == null ? List.of() : reloading.reload();
  }

  /// Until when the certificate of each door is valid.
  Map<String, Instant> certificates() {
    var until = new TreeMap<String, Instant>();
    if (reloading != null) {
      until.put("partners", reloading.validUntil());
    }
    if (peopleReloading != null) {
      until.put("mensen", peopleReloading.validUntil());
    }
    return until;
  }

  /// In how many days the first thing ends: a certificate or key of a partner, or a certificate of
  /// Sluis; empty when nothing is known to end.
  OptionalLong fewestDays() {
    return expiring.fewestDays();
  }

  /// How many requests are under way at both doors.
  int underWay() {
    return guards.stream().mapToInt(ConnectionGuard::underWay).sum();
  }

  /// What each partner may ask.
  Shares shares() {
    return shares;
  }

  /// How fresh the revocation lists are.
  List<CrlStore.Status> lists() {
    return lists.status();
  }

  /// Lets nobody in any more, and waits until everybody who is in was answered.
  ///
  /// @param most how long; who is in then is cut
  void drain(Duration most) {
    drain(guards, most);
  }

  /// The same for the connections of these guards.
  static void drain(List<ConnectionGuard> guards, Duration most) {
    var going = guards.stream().map(ConnectionGuard::drain).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(going).get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      LOG.warn("who was still in after {} is cut", most);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a connection ends without a fault", e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  static <T> T await(Future<T> future) {
    try {
      return future.await(30, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("a door did not open or close in time", e);
    }
  }

  @Override
  public void close() {
    renewing.close();
    watch.close();
    noting.close();
    if (reloading != null) {
      reloading.close();
    }
    if (peopleReloading != null) {
      peopleReloading.close();
    }
    if (partners != null) {
      await(partners.close());
    }
    if (people != null) {
      await(people.close());
    }
  }
}
