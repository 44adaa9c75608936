package nl.sluis.gateway.wissen;

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
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import nl.sluis.consent.TestDatabase;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.boot.Schema;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.gateway.logbook.LogbookReport;
import nl.sluis.gateway.logbook.LogbookVerifier;
import nl.sluis.gateway.logbook.Term;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.MessageTable;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.ParcelTable;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.terms.Oin;
import org.postgresql.ds.PGSimpleDataSource;

/// A database with the whole schema, a vault and a logbook, with as many gateways on it as wanted.
final class TestHouse implements AutoCloseable {
  static final String REGION = "kennemerland";
  static final Oin CJG = new Oin("00000099000000101000");

  final TestDatabase database;
  final Path directory;
  final KeyVault vault;
  final Erasures erasures = new Erasures(REGION);
  Instant now = Instant.parse("2026-11-22T11:00:00Z");
  private final List<Sequencer> gateways = new ArrayList<>();
  private Logbook logbook;

  private TestHouse(TestDatabase database, Path directory) throws IOException, SQLException {
    this.database = database;
    this.directory = directory;
    this.vault = vault();
    this.logbook = logbook();
  }

  static TestHouse open() throws IOException, SQLException {
    return new TestHouse(TestDatabase.with(Schema.FILES), Files.createTempDirectory("wissen"));
  }

  /// The same keys, as another process sees them.
  KeyVault vault() throws IOException {
    return KeyVault.open(
        directory.resolve("sleutels"), directory.resolve("kek"), new SecureRandom());
  }

  private Logbook logbook() throws SQLException {
    return Logbook.open(
        REGION, "sluis.example/kennemerland", database.gateway(), vault, new SecureRandom());
  }

  /// One more gateway.
  Sequencer gateway() throws SQLException {
    Executor here = Runnable::run;
    var sequencer =
        new Sequencer(
            database.gateway(),
            () -> now,
            logbook(),
            vault,
            new SubjectRegister(REGION, () -> now),
            new FactReader(REGION, new FactSeal(vault, new SecureRandom())),
            new MessageTable(REGION),
            new ParcelTable(REGION),
            (_, _, _) -> {},
            here);
    sequencer.start();
    gateways.add(sequencer);
    return sequencer;
  }

  DataSource eraserLogin() {
    var source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser("sluis_wisser");
    return source;
  }

  ErasureDuty duty(Sequencer gateway, DataSource eraser) {
    return new ErasureDuty(
        erasures,
        new Deciding(REGION, CJG),
        new Eraser(REGION, eraser),
        new DeadKeys(REGION, vault),
        database.gateway(),
        gateway);
  }

  /// A child of whom a few things are known.
  UUID child() throws SQLException {
    var child = UUID.randomUUID();
    var ask = UUID.randomUUID();
    execute(
        """
        insert into subject (region, id, created_at) values ('kennemerland', '%1$s', now());
        insert into alias (region, namespace, reference_kind, hmac, key_version, subject_id, linked_at)
        values ('kennemerland', '%3$s', 'eigen-kenmerk', decode(md5('%1$s'), 'hex'), 1, '%1$s', now());
        insert into birth (region, subject_id, birth_sealed, recorded_at, recorded_by)
        values ('kennemerland', '%1$s', 'dicht', now(), 'x');
        insert into consent_ask (region, id, subject_id, purpose, sender_oin, sender_role, receiver_oin,
          receiver_role, categories, legal_function, valid_until, one_off, text_hash, text_language,
          asked_at, asked_by)
        values ('kennemerland', '%2$s', '%1$s', 'doel', 'a', 'b', 'c', 'd', '{K01}',
          'avg-toestemming', now(), false, 'h', 'nl', now(), 'x');
        insert into consent_party (region, ask_id, person_id, capacity)
        values ('kennemerland', '%2$s', gen_random_uuid(), 'ouder-gezag');
        """
            .formatted(child, ask, CJG.value()));
    return child;
  }

  static Entry about(UUID child, EntryKind kind) {
    var detail = JsonNodeFactory.instance.objectNode().put("transactie", "t-1");
    return new Entry(kind, Optional.of(child), detail);
  }

  static Entry aboutNobody(EntryKind kind) {
    return new Entry(kind, Optional.empty(), JsonNodeFactory.instance.objectNode());
  }

  static List<Entry> kept(List<Entry> entries, Term term) {
    UnaryOperator<Entry> shorter = entry -> entry.keptFor(term);
    return entries.stream().map(shorter).toList();
  }

  void write(Sequencer gateway, List<Entry> entries) {
    gateway.submit(new Rows(entries)).join();
  }

  /// Rows, and nothing else.
  private record Rows(List<Entry> entries) implements Work<Boolean> {
    @Override
    public Needs needs() {
      return Needs.nothing();
    }

    @Override
    public Plan<Boolean> plan(Found found) {
      return Plan.of(entries, true);
    }
  }

  /// Somebody decides that this child is erased.
  UUID decide(Sequencer gateway, UUID child, Ground ground) {
    var id = UUID.randomUUID();
    gateway.submit(new Decide(child, id, ground)).join();
    return id;
  }

  private record Decide(UUID child, UUID id, Ground ground) implements Work<Boolean> {
    @Override
    public Needs needs() {
      return Needs.toWrite(child);
    }

    @Override
    public Plan<Boolean> plan(Found found) throws SQLException {
      var decided =
          new Deciding(REGION, CJG)
              .decide(
                  found.tx(),
                  child,
                  id,
                  ground,
                  Erasures.Asker.BETROKKENE,
                  CJG,
                  JsonNodeFactory.instance.objectNode(),
                  found.at());
      return Plan.of(List.of(decided.row()), decided.stoppedBy().isEmpty());
    }
  }

  boolean isDone(UUID erasure) throws SQLException {
    try (var connection = database.gateway().getConnection()) {
      return erasures.find(connection, erasure, CJG).orElseThrow().done();
    }
  }

  LogbookReport check() throws SQLException, IOException {
    try (var owner = owner()) {
      return LogbookVerifier.withKeys(REGION, logbook.key(), vault())
          .verify(owner, (rows, total) -> {});
    }
  }

  Connection owner() throws SQLException {
    return DriverManager.getConnection(database.url(), "postgres", "");
  }

  void execute(String sql) throws SQLException {
    try (var owner = owner();
        var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  List<String> all(String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var owner = owner();
        var rows = owner.createStatement().executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  @Override
  public void close() {
    gateways.forEach(Sequencer::close);
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
