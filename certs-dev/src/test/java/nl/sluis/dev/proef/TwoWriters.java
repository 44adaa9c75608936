package nl.sluis.dev.proef;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import nl.sluis.dev.rig.PostgresProcess;
import nl.sluis.gateway.boot.Schema;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Appended;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.Finding;
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.gateway.logbook.LogbookRefused;
import nl.sluis.gateway.logbook.LogbookVerifier;
import nl.sluis.gateway.logbook.OpenedCheckpoint;

/// Two gateways that go on writing to one logbook, whatever happens to its database, and remember
/// everything that was answered to them: each row with its place, and each signed checkpoint.
final class TwoWriters implements AutoCloseable {
  private static final String REGION = "kennemerland";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final PostgresProcess postgres;
  private final HikariDataSource pool;
  private final KeyVault keys;
  private final List<Logbook> gateways;
  private final List<Thread> threads = new ArrayList<>();
  private final Map<Long, byte[]> acknowledged = new ConcurrentHashMap<>();
  private final Queue<String> checkpoints = new ConcurrentLinkedQueue<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicReference<Instant> clock =
      new AtomicReference<>(InstantSource.system().instant());
  private final AtomicReference<String> refused = new AtomicReference<>("");
  private volatile boolean over;

  private TwoWriters(PostgresProcess postgres, HikariDataSource pool, KeyVault keys)
      throws SQLException {
    this.postgres = postgres;
    this.pool = pool;
    this.keys = keys;
    this.gateways = List.of(open(), open());
  }

  static TwoWriters in(Path folder) throws SQLException, IOException {
    var postgres = PostgresProcess.in(folder.resolve("postgres"));
    postgres.database().migrate(Schema.FILES);
    var config = new HikariConfig();
    config.setJdbcUrl(postgres.database().url());
    config.setUsername("sluis_gateway");
    config.setMaximumPoolSize(6);
    config.setConnectionTimeout(500);
    var keys = KeyVault.open(folder.resolve("sleutels"), folder.resolve("kek"), new SecureRandom());
    var writers = new TwoWriters(postgres, new HikariDataSource(config), keys);
    writers.gateways.forEach(writers::start);
    return writers;
  }

  private Logbook open() throws SQLException {
    return Logbook.open(REGION, "sluis.example/kennemerland", pool, keys, new SecureRandom());
  }

  private void start(Logbook gateway) {
    threads.add(Thread.ofPlatform().start(() -> write(gateway)));
  }

  private void write(Logbook gateway) {
    while (!over) {
      try (var tx = pool.getConnection()) {
        remember(gateway, commit(gateway, tx));
      } catch (LogbookRefused e) {
        refused.set(String.valueOf(e.getMessage()));
        return;
      } catch (SQLException | RuntimeException e) {
        // Nobody was answered, so nobody relies on it.
        failures.incrementAndGet();
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  private Appended commit(Logbook gateway, Connection tx) throws SQLException {
    tx.setAutoCommit(false);
    try {
      var batch = gateway.append(tx, entries(), clock.get());
      tx.commit();
      return batch;
    } catch (SQLException | RuntimeException e) {
      tx.rollback();
      throw e;
    }
  }

  private void remember(Logbook gateway, Appended batch) throws SQLException {
    batch.logged().forEach(row -> acknowledged.put(row.index(), row.leaf()));
    checkpoints.add(gateway.publish(batch).note());
  }

  private static List<Entry> entries() {
    var entries = new ArrayList<Entry>();
    for (int i = 0; i < 5; i++) {
      var detail = JsonNodeFactory.instance.objectNode();
      detail.put(Entry.TRANSACTION, UUID.randomUUID().toString());
      entries.add(new Entry(EntryKind.ACCEPTED, Optional.of(UUID.randomUUID()), detail));
    }
    return entries;
  }

  PostgresProcess postgres() {
    return postgres;
  }

  /// Their clock is set.
  void clock(Duration ahead) {
    clock.updateAndGet(now -> now.plus(ahead));
  }

  /// Does something in the database as its owner.
  void execute(String... sql) throws SQLException {
    try (var owner = postgres.database().owner();
        var statement = owner.createStatement()) {
      for (var one : sql) {
        statement.execute(one);
      }
    }
  }

  /// Waits until more is written.
  void awaitWriting() {
    int before = acknowledged.size();
    await(() -> acknowledged.size() >= before + 50 || !refused.get().isEmpty());
  }

  /// Waits until something could not be written.
  void awaitFailures() {
    int before = failures.get();
    await(() -> failures.get() >= before + 4);
  }

  private static void await(BooleanSupplier happened) {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("it did not happen in " + PATIENCE);
      }
      LockSupport.parkNanos(2_000_000);
    }
  }

  /// What is wrong once both are done: a row that was acknowledged and is not there, a checkpoint
  /// that was signed and is of another logbook, and everything the check of the logbook finds.
  List<String> wrong() throws SQLException {
    stop();
    var wrong = new ArrayList<String>();
    if (!refused.get().isEmpty()) {
      wrong.add("a gateway refused to write: " + refused.get());
    }
    gateways.getFirst().catchUp();
    try (var owner = postgres.database().owner()) {
      var lost = new HashMap<>(acknowledged);
      try (var rows = owner.createStatement().executeQuery("select idx, leaf from logbook_row")) {
        while (rows.next()) {
          var kept = lost.get(rows.getLong(1));
          if (kept != null && Arrays.equals(kept, rows.getBytes(2))) {
            lost.remove(rows.getLong(1));
          }
        }
      }
      lost.keySet().forEach(index -> wrong.add("row " + index + " was acknowledged and lost"));
      LogbookVerifier.withKeys(REGION, gateways.getFirst().key(), keys)
          .verify(owner, (_, _) -> {})
          .findings()
          .stream()
          .map(Finding::text)
          .forEach(wrong::add);
    }
    wrong.addAll(forks());
    return wrong;
  }

  /// Whoever kept a checkpoint finds that what is there now is a continuation of it.
  private List<String> forks() throws SQLException {
    var forks = new ArrayList<String>();
    var newest = gateways.getFirst().checkpoint().orElseThrow();
    for (var note : checkpoints) {
      var kept = OpenedCheckpoint.open(note, gateways.getFirst().key()).orElseThrow();
      var covering = gateways.getFirst().receiptFor(kept.size() - 1, kept.size());
      if (!covering.contains(note) || kept.size() > newest.size()) {
        forks.add("the checkpoint of " + kept.size() + " rows is of another logbook");
      }
    }
    return forks;
  }

  private void stop() {
    over = true;
    for (var thread : threads) {
      try {
        thread.join(PATIENCE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  int written() {
    return acknowledged.size();
  }

  @Override
  public void close() {
    stop();
    pool.close();
    postgres.close();
  }
}
