package nl.sluis.gateway.logbook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.TestDatabase;
import nl.sluis.gateway.boot.Schema;
import nl.sluis.gateway.keys.KeyVault;

/// A logbook on a database and a key directory of its own.
final class TestLogbook implements AutoCloseable {
  static final String REGION = "kennemerland";
  static final String ORIGIN = "sluis.example/kennemerland";
  static final Instant NOW = Instant.parse("2026-11-22T11:00:00Z");

  /// The roles of the database, and every table of the logbook.
  static final List<String> FILES =
      Schema.FILES.stream()
          .filter(file -> file.startsWith("db/logboek/") || file.endsWith("__rollen.sql"))
          .toList();

  final TestDatabase database;
  final Path directory;
  final KeyVault keys;
  final Logbook logbook;

  private TestLogbook(TestDatabase database, Path directory, KeyVault keys, Logbook logbook) {
    this.database = database;
    this.directory = directory;
    this.keys = keys;
    this.logbook = logbook;
  }

  static TestLogbook open() throws SQLException, IOException {
    var database = TestDatabase.with(FILES);
    var directory = Files.createTempDirectory("logboek");
    var keys =
        KeyVault.open(directory.resolve("sleutels"), directory.resolve("kek"), new SecureRandom());
    var logbook = Logbook.open(REGION, ORIGIN, database.gateway(), keys, new SecureRandom());
    return new TestLogbook(database, directory, keys, logbook);
  }

  /// A second gateway on the same database and keys.
  Logbook another() throws SQLException {
    return Logbook.open(REGION, ORIGIN, database.gateway(), keys, new SecureRandom());
  }

  Connection owner() throws SQLException {
    return DriverManager.getConnection(database.url(), "postgres", "");
  }

  /// Writes a batch, commits it and publishes its checkpoint.
  Appended write(List<Entry> entries) throws SQLException {
    var batch = commit(logbook, entries);
    logbook.publish(batch);
    return batch;
  }

  Appended commit(Logbook by, List<Entry> entries) throws SQLException {
    return commit(by, entries, NOW);
  }

  Appended commit(Logbook by, List<Entry> entries, Instant at) throws SQLException {
    try (var tx = database.gateway().getConnection()) {
      tx.setAutoCommit(false);
      try {
        var batch = by.append(tx, entries, at);
        tx.commit();
        return batch;
      } finally {
        tx.rollback();
        tx.setAutoCommit(true);
      }
    }
  }

  static Entry about(UUID subject, EntryKind kind, String transaction) {
    var detail = JsonNodeFactory.instance.objectNode().put(Entry.TRANSACTION, transaction);
    return new Entry(kind, Optional.of(subject), detail);
  }

  static Entry general(EntryKind kind) {
    return new Entry(kind, Optional.empty(), JsonNodeFactory.instance.objectNode());
  }

  /// So many rows about people who occur once.
  static List<Entry> rows(int count) {
    var subject = UUID.randomUUID();
    var entries = new ArrayList<Entry>();
    for (var at = 0; at < count; at++) {
      entries.add(about(subject, EntryKind.ACCEPTED, UUID.randomUUID().toString()));
    }
    return entries;
  }

  /// What the check of the whole logbook finds.
  List<Finding> faults() throws SQLException {
    try (var owner = owner()) {
      return LogbookVerifier.withKeys(REGION, logbook.key(), keys)
          .verify(owner, (_, _) -> {})
          .findings();
    }
  }

  void execute(String sql) throws SQLException {
    try (var owner = owner();
        var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  long count(String table) throws SQLException {
    try (var owner = owner();
        var row = owner.createStatement().executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() {
    database.close();
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
