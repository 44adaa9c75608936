package nl.sluis.dev.knoei;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.dev.getuige.WitnessSigner;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.gateway.boot.Schema;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.gateway.logbook.LogbookVerifier;
import nl.sluis.gateway.logbook.OpenedCheckpoint;
import nl.sluis.gateway.logbook.Term;
import org.postgresql.ds.PGSimpleDataSource;

/// A logbook with something in every table, and one that the same keys wrote with another history.
///
/// Used by one thread.
final class SmallLogbook implements AutoCloseable {
  static final int FIRST = 400;
  static final int SECOND = 500;
  static final int ROWS = 600;
  private static final Instant NOW = Instant.parse("2026-11-22T11:00:00Z");
  private static final String SCHOOL = "00000099000000101000";
  private static final Term SHORT = new Term(Period.ofYears(1));
  private static final List<String> FILES =
      Schema.FILES.stream()
          .filter(file -> file.startsWith("db/logboek/") || file.endsWith("__rollen.sql"))
          .toList();

  private final DevPostgres postgres = DevPostgres.temporary();
  private final Path folder;
  private final KeyVault keys;
  private final DevDatabase real;
  private final DevDatabase other;
  private final LogKey key;
  private final WitnessSigner witness;
  private final Stamps stamps;
  private final FactBook facts;
  private final List<OpenedCheckpoint> kept = new ArrayList<>();

  SmallLogbook() throws SQLException, IOException {
    this.folder = Files.createTempDirectory("sluis-knoei");
    this.keys =
        KeyVault.open(folder.resolve("sleutels"), folder.resolve("kek"), new SecureRandom());
    this.real = postgres.database("echt");
    this.other = postgres.database("vervalst");
    fill(other, "vervalst");
    var logbook = fill(real, "echt");
    this.key = logbook.key();
    this.witness = WitnessSigner.in(folder, "getuige.example/knoei");
    this.stamps = new Stamps(NOW);
    this.facts = new FactBook(postgres.database("feiten"), keys, NOW);
    try (var owner = real.owner();
        var statement = owner.createStatement();
        var row = statement.executeQuery("select note from checkpoint order by size")) {
      while (row.next()) {
        kept.add(OpenedCheckpoint.open(row.getString(1), key).orElseThrow());
        if (kept.getLast().size() != SECOND) {
          cosign(owner, kept.getLast().size(), row.getString(1));
          stamps.add(owner, kept.getLast().size(), row.getString(1));
        }
      }
    }
  }

  private Logbook fill(DevDatabase database, String history) throws SQLException {
    var source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser("postgres");
    database.migrate(FILES);
    try (var owner = database.owner()) {
      var logbook =
          Logbook.open(DevSettings.REGION, DevSettings.ORIGIN, source, keys, new SecureRandom());
      owner.setAutoCommit(false);
      for (var batch : batches(history)) {
        var written = logbook.append(owner, batch, NOW);
        owner.commit();
        logbook.publish(written);
      }
      return logbook;
    }
  }

  /// A witness saw all but one, and so did who stamps: not every checkpoint is asked about.
  private void cosign(Connection owner, long size, String note) throws SQLException {
    try (var insert =
        owner.prepareStatement(
            """
            insert into checkpoint_cosignature (region, size, witness, signed_at, line)
            values (?, ?, ?, ?, ?)
            """)) {
      insert.setString(1, DevSettings.REGION);
      insert.setLong(2, size);
      insert.setString(3, witness.key().name());
      insert.setObject(4, NOW.atOffset(ZoneOffset.UTC));
      insert.setString(5, witness.sign(note.substring(0, note.indexOf("\n\n") + 1), NOW));
      insert.executeUpdate();
    }
  }

  private static List<List<Entry>> batches(String history) {
    return List.of(
        entries(0, FIRST, history),
        entries(FIRST, SECOND, history),
        entries(SECOND, ROWS, history));
  }

  /// Thirty children, each message accepted and handed over; every tenth row is about nobody.
  private static List<Entry> entries(int from, int to, String history) {
    var entries = new ArrayList<Entry>();
    for (var at = from; at < to; at++) {
      var detail =
          JsonNodeFactory.instance
              .objectNode()
              .put(Entry.TRANSACTION, history + "-" + at / 2)
              .put("regel", "signaleren-school-cjg")
              .put("afzender", SCHOOL);
      var child = Optional.of(new UUID(0, at / 2 % 30)).filter(_ -> entries.size() % 10 < 8);
      var kind = at % 2 == 0 ? EntryKind.ACCEPTED : EntryKind.DISCLOSED;
      var entry = new Entry(child.isPresent() ? kind : EntryKind.START, child, detail);
      entries.add(at / 2 % 3 == 0 ? entry.keptFor(SHORT) : entry);
    }
    return entries;
  }

  /// A connection with every right on the logbook.
  Connection owner() throws SQLException {
    return real.owner();
  }

  /// A connection to the logbook that the same keys wrote with another history.
  Connection forged() throws SQLException {
    return other.owner();
  }

  /// The pair that signs both.
  KeyPair signer() {
    return keys.logKey();
  }

  /// Every checkpoint, as somebody kept it elsewhere.
  List<OpenedCheckpoint> kept() {
    return kept;
  }

  LogbookVerifier withKeys() {
    return LogbookVerifier.withKeys(DevSettings.REGION, key, keys).knowing(List.of(witness.key()));
  }

  LogbookVerifier withoutKeys() {
    return LogbookVerifier.withoutKeys(DevSettings.REGION, key).knowing(List.of(witness.key()));
  }

  /// What is wrong with its timestamps.
  List<String> stampFindings(Connection tx) throws SQLException {
    return stamps.findings(tx);
  }

  /// The facts beside a logbook.
  FactBook facts() {
    return facts;
  }

  @Override
  public void close() throws IOException {
    stamps.close();
    postgres.close();
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
