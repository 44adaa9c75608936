package nl.sluis.gateway.boot;

import com.zaxxer.hikari.HikariDataSource;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.sluis.gateway.acuut.TrustedTexts;
import nl.sluis.gateway.convenant.Convenanten;
import nl.sluis.gateway.getuige.Witnesses;
import nl.sluis.gateway.gezagsbron.GezagBron;
import nl.sluis.gateway.peer.EncryptionKeyDirectory;
import nl.sluis.gateway.peer.PartnerRegister;
import nl.sluis.gateway.postbus.Housekeeping;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.AssertionLedger;
import nl.sluis.policies.terms.Oin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A gateway as one thing that starts and stops. One thread starts and stops it.
public final class Gateway implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
  private static final long HOUSEKEEPING_SECONDS = 60;
  private static final long REFRESH_SECONDS = 10;
  private static final long ACUTE_SECONDS = 1;

  /// So long whoever is in may take to be answered when it stops: a body has ten seconds to come
  /// in, who waits for a parcel is woken, and what was taken in is decided within seconds.
  private static final Duration DRAIN = Duration.ofSeconds(40);

  private final Settings settings;
  private final InstantSource clock;
  private final String provider;
  private final Vertx vertx;
  private final Doors doors;
  private final Sequencer sequencer;
  private final Duty acute;
  private final Housekeeping housekeeping;
  private final Witnesses witnesses;
  private final PartnerRegister partners;
  private final EncryptionKeyDirectory encryptionKeys;
  private final Convenanten convenanten;
  private final TrustedTexts trusted;
  private final Following ownKeys;
  private final AssertionLedger ledger;
  private final GezagBron source;
  private final Reading reading;
  private final Delivering delivering;
  private final HikariDataSource database;
  private final Operating operating;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("huishouden").factory());
  private final ScheduledExecutorService urgent =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("acuut").factory());

  /// What follows the database.
  @FunctionalInterface
  interface Following {
    void refresh(Connection connection) throws SQLException;
  }

  Gateway(
      Settings settings,
      InstantSource clock,
      String provider,
      Vertx vertx,
      Doors doors,
      Sequencer sequencer,
      Duty acute,
      Housekeeping housekeeping,
      Witnesses witnesses,
      PartnerRegister partners,
      EncryptionKeyDirectory encryptionKeys,
      Convenanten convenanten,
      TrustedTexts trusted,
      Following ownKeys,
      AssertionLedger ledger,
      GezagBron source,
      Reading reading,
      Delivering delivering,
      HikariDataSource database) {
    this.settings = settings;
    this.clock = clock;
    this.provider = provider;
    this.vertx = vertx;
    this.doors = doors;
    this.sequencer = sequencer;
    this.acute = acute;
    this.housekeeping = housekeeping;
    this.witnesses = witnesses;
    this.partners = partners;
    this.encryptionKeys = encryptionKeys;
    this.convenanten = convenanten;
    this.trusted = trusted;
    this.ownKeys = ownKeys;
    this.ledger = ledger;
    this.source = source;
    this.reading = reading;
    this.delivering = delivering;
    this.database = database;
    this.operating =
        new Operating(
            settings,
            clock,
            new Operating.Seen(
                database, sequencer, witnesses, convenanten, doors.shares(), doors, delivering));
  }

  /// Opens the doors, after everything behind them runs.
  public Gateway start() {
    sequencer.start();
    convenanten.announce(sequencer);
    trusted.remember(convenanten.digests());
    doors.open(vertx, operating.sink());
    operating.open(vertx);
    delivering.start();
    timer.execute(this::askWitnesses);
    var _ =
        timer.scheduleWithFixedDelay(
            this::keepHouse, HOUSEKEEPING_SECONDS, HOUSEKEEPING_SECONDS, TimeUnit.SECONDS);
    var _ =
        timer.scheduleWithFixedDelay(
            this::refresh, REFRESH_SECONDS, REFRESH_SECONDS, TimeUnit.SECONDS);
    var _ =
        urgent.scheduleWithFixedDelay(
            this::carryOn, ACUTE_SECONDS, ACUTE_SECONDS, TimeUnit.SECONDS);
    LOG.info(
        "sluis {} open for partners on {} and for people on {}, signatures by {}",
        settings.region(),
        doors.partnerPort(),
        doors.peoplePort(),
        provider);
    return this;
  }

  /// Reports of acute danger wait for no housekeeping.
  private void carryOn() {
    try {
      acute.run(clock.instant());
    } catch (SQLException e) {
      LOG.debug("acute reports wait for the database: sqlstate {}", e.getSQLState());
    } catch (RuntimeException e) {
      LOG.error("acute reports could not be carried on: {}", e.getClass().getSimpleName());
    }
  }

  private void keepHouse() {
    try {
      housekeeping.run();
      ledger.forget(clock.instant());
    } catch (SQLException e) {
      LOG.warn("housekeeping waits for the database: sqlstate {}", e.getSQLState());
    } catch (RuntimeException e) {
      LOG.warn("housekeeping failed: {}", e.getClass().getSimpleName());
    }
  }

  private synchronized void refresh() {
    // Files first: who has a new key or a new door is known also while the database is away.
    partners.reload();
    try (var connection = database.getConnection()) {
      encryptionKeys.refresh(connection);
      convenanten.refresh(connection);
      convenanten.announce(sequencer);
      trusted.remember(convenanten.digests());
      ownKeys.refresh(connection);
    } catch (SQLException e) {
      LOG.warn("the directory of keys was not refreshed: sqlstate {}", e.getSQLState());
    } catch (RuntimeException e) {
      LOG.warn("the directory of keys was not refreshed: {}", e.getClass().getSimpleName());
    }
  }

  /// Does now what time does by itself: reminders, terms that end, keys that are destroyed.
  ///
  /// @return how many parcels were reminded of or came to their end
  public int runHousekeeping() throws SQLException {
    return housekeeping.run();
  }

  /// Brings to one receiver now what may go, as it does by itself, and waits for that.
  ///
  /// @return whether all of it is done
  public boolean bringNow(Oin receiver) throws SQLException {
    return delivering.bringNow(receiver);
  }

  /// Shows the newest checkpoint to every witness now, as at the start and each minute.
  ///
  /// @return how many signed
  public int askWitnesses() {
    return witnesses.run(clock.instant());
  }

  /// Takes over new revocation lists, certificates and partners now.
  ///
  /// @return what could not be taken over; empty when all is well
  public List<String> reload() {
    refresh();
    return doors.reload();
  }

  /// The port at which partners come in.
  public int partnerPort() {
    return doors.partnerPort();
  }

  /// The port at which people come in.
  public int peoplePort() {
    return doors.peoplePort();
  }

  /// The paths for partners, each with its method; empty until it is started.
  public List<String> partnerRoutes() {
    return doors.partnerRoutes();
  }

  /// The pages for people, each with its method; empty until it is started.
  public List<String> pageRoutes() {
    return doors.pageRoutes();
  }

  /// The paths for people's programs, each with its method; empty until it is started.
  public List<String> peopleRoutes() {
    return doors.peopleRoutes();
  }

  /// The port at which who runs it comes in; empty when there is none.
  public Optional<Integer> managementPort() {
    return operating.port();
  }

  /// Says that it stops, lets nobody new in, answers everybody who is in, finishes what was taken
  /// in, and lets go of everything. What was accepted is answered or, when that takes too long,
  /// recorded all the same: the sender asks again with the same number.
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    operating.announceStop();
    // Who waits for a parcel is answered now, and not when its time is over.
    delivering.hush();
    doors.drain(DRAIN);
    timer.shutdownNow();
    urgent.shutdownNow();
    delivering.close();
    doors.close();
    sequencer.close();
    operating.close();
    source.close();
    reading.close();
    Doors.await(vertx.close());
    database.close();
    LOG.info("sluis {} has stopped", settings.region());
  }
}
