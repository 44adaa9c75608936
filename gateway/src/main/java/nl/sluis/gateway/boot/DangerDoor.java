package nl.sluis.gateway.boot;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.sluis.gateway.acuut.Spool;
import nl.sluis.gateway.acuut.TrustedTexts;
import nl.sluis.gateway.convenant.ConvenantTexts;
import nl.sluis.gateway.convenant.Convenanten;
import nl.sluis.gateway.edge.ConnectionGuard;
import nl.sluis.gateway.edge.Limits;
import nl.sluis.gateway.edge.PartnerListener;
import nl.sluis.gateway.edge.Reloading;
import nl.sluis.gateway.edge.Renewing;
import nl.sluis.gateway.edge.ServerIdentity;
import nl.sluis.gateway.exchange.Admission;
import nl.sluis.gateway.exchange.CategorySchemas;
import nl.sluis.gateway.exchange.ContentCheck;
import nl.sluis.gateway.exchange.Identification;
import nl.sluis.gateway.exchange.Unlogged;
import nl.sluis.gateway.http.DangerApi;
import nl.sluis.gateway.keys.CryptoProvider;
import nl.sluis.gateway.keys.HourKeys;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.keys.ReferenceKeys;
import nl.sluis.gateway.message.KeyBinder;
import nl.sluis.gateway.message.MessageVerifier;
import nl.sluis.gateway.peer.PartnerRegister;
import nl.sluis.gateway.peer.PeerTrust;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.token.AccessTokenCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door for partners of a gateway that starts while its database is away: only a report of
/// acute danger goes through, by what lies on the disk of this gateway (P5).
///
/// Certificates, revocation lists, partners and keys are files anyhow; of the texts of the
/// convenant only those are believed that this gateway used before, see [TrustedTexts]. One thread
/// opens and closes it.
final class DangerDoor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DangerDoor.class);
  private static final Duration LOOK = Duration.ofSeconds(10);

  private final Vertx vertx = Vertx.vertx();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService urgent = Executors.newSingleThreadScheduledExecutor();
  private final Reloading reloading;
  private final Renewing renewing;
  private final ConnectionGuard guard;

  private DangerDoor(Reloading reloading, Renewing renewing, Limits limits) {
    this.reloading = reloading;
    this.renewing = renewing;
    this.guard = new ConnectionGuard(vertx, limits);
  }

  /// Opens it.
  ///
  /// @throws IllegalStateException when nothing here can be believed
  static DangerDoor open(Settings settings, InstantSource clock) throws IOException {
    var _ = CryptoProvider.install();
    var random = new SecureRandom();
    var vault = KeyVault.open(settings.keyFolder(), settings.keyEncryptionKey(), random);
    var ownKeys = OwnKeys.of(vault, clock);
    var room = settings.acute().waitingRoom();
    var law =
        Convenanten.believed(
            ConvenantTexts.of(settings.convenanten()),
            new TrustedTexts(room, vault.waitingRoomKey()).remembered(),
            settings.examplesCount());
    var trusting = Trusting.of(settings, clock);
    var lists = trusting.revocation().lists();
    lists.reload();
    var renewing = new Renewing(trusting.revocation());
    var peers = trusting.checks();
    var partners = new PartnerRegister(settings.partnerFolder(), clock);
    partners.reload();
    partners.take(Admitting.kept(settings, vault).remembered());
    var references = new SubjectReference(ReferenceKeys.of(vault, Wiring.ALIAS_KEY));
    var road =
        new Unlogged(
            new Unlogged.Parts(
                new MessageVerifier(settings.oin(), ownKeys.binding()),
                partners,
                new Identification(references, Wiring.ALIAS_KEY),
                new Admission(law, new ContentCheck(new CategorySchemas())),
                law,
                new KeyBinder(ownKeys.binding())),
            new Spool(room, new HourKeys(vault, random), vault.waitingRoomKey()),
            Roads.push(settings.acute(), peers, partners, _ -> Optional.empty(), clock),
            clock);

    var listener = settings.partners();
    var identity = ServerIdentity.read(listener.chain(), listener.key(), clock.instant());
    var reloading = new Reloading(lists, identity, listener.chain(), listener.key(), clock);
    var limits = Limits.STANDARD;
    var door = new DangerDoor(reloading, renewing, limits);
    var tokens =
        new AccessTokenCheck(
            door.vertx, settings.issuer(), settings.issuer(), ownKeys.token(), partners);
    var api = new DangerApi(clock, door.threads, peers, tokens, road);
    var trust = new PeerTrust(peers, trusting.anchors(), clock);
    var tls = PartnerListener.tls(identity, limits, trust);
    var server =
        PartnerListener.create(
            door.vertx, listener.host(), listener.port(), limits, tls, door.guard);
    var listening = Doors.await(server.requestHandler(api.router(door.vertx, door.guard)).listen());
    reloading.keep(listening, i -> PartnerListener.tls(i, limits, trust));
    reloading.every(LOOK);
    // Nothing here waits for an authority: its first look comes after the door is open.
    renewing.every(LOOK);
    door.keepBringing(road, partners);
    LOG.warn("the database is away: open on {} for acute danger only", listening.actualPort());
    return door;
  }

  private void keepBringing(Unlogged road, PartnerRegister partners) {
    var _ =
        urgent.scheduleWithFixedDelay(
            () -> {
              try {
                partners.reload();
                road.bringAgain();
              } catch (IOException | RuntimeException e) {
                LOG.error("reports could not be brought: {}", e.getClass().getSimpleName());
              }
            },
            1,
            1,
            TimeUnit.SECONDS);
  }

  /// Shuts it, after whatever came in was kept and answered; a body that is still coming has as
  /// long for that as ever.
  @Override
  public void close() {
    Doors.drain(List.of(guard), Limits.STANDARD.body());
    reloading.close();
    renewing.close();
    urgent.shutdown();
    Doors.await(vertx.close());
    threads.close();
  }
}
