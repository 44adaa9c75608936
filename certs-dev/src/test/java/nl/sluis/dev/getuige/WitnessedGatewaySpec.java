package nl.sluis.dev.getuige;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;
import nl.sluis.dev.partner.DevRules;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.gateway.boot.Settings;
import nl.sluis.gateway.boot.Start;
import nl.sluis.gateway.boot.Wiring;
import nl.sluis.gateway.client.Distrusted;
import nl.sluis.gateway.client.LogWatch;
import nl.sluis.gateway.client.OpenLog;
import nl.sluis.gateway.client.TileProofs;
import nl.sluis.gateway.client.TrustPolicy;
import nl.sluis.gateway.getuige.Contradicted;
import nl.sluis.gateway.getuige.WitnessLine;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.Finding;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.gateway.logbook.LogbookVerifier;
import nl.sluis.gateway.logbook.MerkleProof;
import nl.sluis.gateway.logbook.OpenedCheckpoint;
import nl.sluis.gateway.logbook.TilePath;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/// A real gateway, its logbook as anybody reads it, and a witness in a process of its own; then
/// somebody with every right on the database and the real key, who wants rows to be forgotten.
final class WitnessedGatewaySpec {
  private static final Oin SCHOOL = new Oin("00000099000000201000");

  private static DevPostgres postgres;
  private static DevSite site;
  private static LogKey key;
  private static AskedWitness witness;
  private static DevGateway gateway;
  private static OpenLog log;

  /// As the database was before rows were added that the witness signed too.
  private static DevDatabase old;

  @BeforeAll
  static void a_logbook_that_a_witness_signed_twice() throws SQLException, IOException {
    postgres = DevPostgres.shared();
    site = DevSite.temporary(Instant.parse("2026-11-23T09:00:00Z"));
    key = LogKey.of(DevSettings.ORIGIN, site.keys().logKey());
    witness = new AskedWitness(WitnessCommand.class.getName(), List.of(key));
    gateway = started(postgres.fresh(), witness.line());
    grow(gateway.database(), 20);
    gateway.askWitnesses();
    gateway.close();
    old = copy(gateway.database(), "oud");
    gateway.restart();
    grow(gateway.database(), 300);
    gateway.runHousekeeping();
    log = site.publicLog(gateway.doorway());
  }

  @AfterAll
  static void stop() throws IOException {
    log.close();
    gateway.close();
    witness.close();
    postgres.close();
  }

  private static DevGateway started(DevDatabase database, WitnessLine line) {
    var signing = witnesses(line);
    return DevGateway.start(site, database, DevGateway.Ports.ANY, DevRules.SHIPPED, signing);
  }

  /// A copy of a database that nobody uses now.
  private static DevDatabase copy(DevDatabase from, String name) {
    var copy = new DevDatabase(from.port(), name);
    copy.copy(from.name());
    return copy;
  }

  private static Settings.Witnesses witnesses(WitnessLine line) {
    return new Settings.Witnesses(List.of(line), Duration.ofMinutes(15));
  }

  /// Rows from another gateway on the same logbook.
  private static void grow(DevDatabase database, int rows) throws SQLException, IOException {
    var source = new PGSimpleDataSource();
    source.setURL(database.url());
    source.setUser("sluis_gateway");
    var book =
        Logbook.open(DevSettings.REGION, DevSettings.ORIGIN, source, site.keys(), site.random());
    var entries = new ArrayList<Entry>();
    for (var at = 0; at < rows; at++) {
      var detail = JsonNodeFactory.instance.objectNode();
      entries.add(new Entry(EntryKind.INSPECTION, Optional.empty(), detail));
    }
    try (var tx = source.getConnection()) {
      tx.setAutoCommit(false);
      var batch = book.append(tx, entries, site.clock().instant());
      tx.commit();
      book.publish(batch);
    }
  }

  private static OpenedCheckpoint opened(Optional<String> note) {
    return OpenedCheckpoint.open(note.orElseThrow(), key).orElseThrow();
  }

  private static void sql(DevDatabase database, String... statements) throws SQLException {
    try (var owner = database.owner();
        var statement = owner.createStatement()) {
      for (var each : statements) {
        statement.execute(each);
      }
    }
  }

  @Test
  void anybody_proves_from_tiles_that_the_logbook_only_grows_and_a_witness_signs_it()
      throws Exception {
    gateway.runHousekeeping();
    var cosigned = log.cosigned(1).orElseThrow();
    var before = opened(Optional.of(cosigned));
    grow(gateway.database(), 400);
    var after = opened(log.newest());

    // From the tiles: the roots, that one tree holds the other, and that a row is in it.
    assertThat(new TileProofs(log).root(after.size())).isEqualTo(after.root());
    var grown = new TileProofs(log).consistency(before.size(), after.size());
    assertThat(
            MerkleProof.extendsTree(
                before.size(), after.size(), before.root(), after.root(), grown))
        .isTrue();
    var leafHash = log.read(new TilePath(0, 1, 1)).orElseThrow();
    var path = new TileProofs(log).inclusion(256, after.size());
    assertThat(MerkleProof.includes(256, after.size(), leafHash, path, after.root())).isTrue();

    // What the witness signed is still there for who kept it; the newest it did not see yet.
    var policy = "log " + key + "\nwitness fg " + witness.key() + "\nquorum fg\n";
    assertThat(TrustPolicy.parse(policy).accepts(cosigned)).isTrue();
    assertThat(TrustPolicy.parse(policy).accepts(log.newest().orElseThrow())).isFalse();
    assertThat(log.at(before.size())).hasValue(cosigned);
    assertThat(log.cosigned(2)).isEmpty();
    assertThat(gateway.checkLogbook()).isEmpty();
  }

  @Test
  void a_full_tile_is_kept_by_everybody_and_what_is_no_tile_is_not_there() throws Exception {
    assertThat(header("/logboek/tile/0/000")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(header("/logboek/checkpoint")).isEqualTo("public, max-age=2");
    for (var none :
        List.of(
            "0/x000/000",
            "00/000",
            "0/000.p/0",
            "0/000.p/256",
            "0/009",
            "1/001",
            "64/000",
            "0/9999",
            "entries/000",
            "0/000/",
            "0/003.p/255",
            "9/000.p/1",
            "0/%2e%2e")) {
      assertThat(get("/logboek/tile/" + none).statusCode()).as(none).isEqualTo(404);
    }
  }

  @Test
  void who_rewrites_everything_and_signs_with_the_real_key_is_caught_by_partner_and_witness()
      throws Exception {
    var memory = Files.createTempDirectory(site.folder(), "partner").resolve("gezien");
    var seen = new LogWatch(memory, key, log).look();

    // Rows, tree, checkpoints and signatures of witnesses are taken away, and the real writer
    // makes a longer logbook, whole in itself.
    var other = copy(old, "anders");
    sql(
        other,
        "truncate logbook_row, logbook_subject, logbook_head, checkpoint, logbook_tile,"
            + " checkpoint_cosignature, steekproef_trekking, steekproef_rij, steekproef_oordeel,"
            + " steekproef_bekeken");
    grow(other, (int) seen + 60);
    assertThatThrownBy(() -> Wiring.build(settings(other), site.clock()))
        .isInstanceOf(Contradicted.class)
        .hasMessageContaining("het logboek is veranderd");

    try (var rewritten = DevGateway.start(site, other, DevGateway.Ports.ANY);
        var shown = site.publicLog(rewritten.doorway())) {
      assertThat(rewritten.checkLogbook()).isEmpty();
      var watch = new LogWatch(memory, key, shown);
      for (var time = 0; time < 2; time++) { // until a person decides otherwise
        assertThat(catchThrowableOfType(Distrusted.class, watch::look).cause())
            .isEqualTo(Distrusted.Cause.SPLITSING);
      }
      assertThat(Files.readString(Path.of(memory + ".bewijs"))).contains("\n" + seen + "\n");
      assertThat(witness.add(submission(shown)).statusCode()).isEqualTo(422);
    }
  }

  /// What a log sends to a witness, from its own tiles.
  private static String submission(OpenLog shown) throws IOException {
    var note = shown.newest().orElseThrow();
    var signed = opened(log.cosigned(1)).size();
    var body = new StringBuilder("old " + signed + "\n");
    new TileProofs(shown)
        .consistency(signed, opened(Optional.of(note)).size())
        .forEach(hash -> body.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
    return body + "\n" + note;
  }

  private static Settings settings(DevDatabase database) {
    return DevSettings.of(
        site,
        database,
        DevGateway.Ports.ANY,
        DevRules.SHIPPED,
        String.valueOf(gateway.settings().acute().waitingRoom().getFileName()),
        Optional.empty(),
        witnesses(witness.line()),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void a_gateway_on_an_older_backup_opens_for_acute_danger_only_and_adds_nothing()
      throws Exception {
    var rows = count(old);

    assertThatThrownBy(() -> Wiring.build(settings(old), site.clock()))
        .isInstanceOf(Contradicted.class)
        .hasMessageContaining("oude reservekopie");
    try (var started = Start.of(settings(old), site.clock())) {
      assertThat(started.isOpenForDangerOnly()).isTrue();
    }

    assertThat(count(old)).isEqualTo(rows);
  }

  @Test
  void a_witness_that_is_silent_is_an_alarm_and_stops_nothing_and_a_partner_sees_the_rows_gone()
      throws Exception {
    var memory = Files.createTempDirectory(site.folder(), "partner").resolve("gezien");
    new LogWatch(memory, key, log).look();
    var nobody = new WitnessLine(witness.key(), URI.create("http://localhost:9"));

    try (var apart = started(copy(old, "stil"), nobody);
        var school = apart.partner(SCHOOL, "De Duinpieper");
        var shown = site.publicLog(apart.doorway())) {
      grow(apart.database(), 1);
      assertThat(apart.runHousekeeping()).isTrue();
      assertThat(school.get("/v1/gezondheid").body()).contains("\"fg.example/getuige\":\"goed\"");
      apart.moveClock(site.clock().instant().plus(Duration.ofMinutes(16)));
      var alarm = school.get("/v1/gezondheid");

      assertThat(alarm.status()).isEqualTo(200);
      assertThat(alarm.body()).contains("\"status\":\"goed\"", "\"fg.example/getuige\":\"stil\"");
      var watch = new LogWatch(memory, key, shown);
      assertThat(catchThrowableOfType(Distrusted.class, watch::look).cause())
          .isEqualTo(Distrusted.Cause.TERUGVAL);
    }
  }

  @Test
  void a_gateway_that_lost_what_its_witness_signed_hears_it_from_the_witness() throws Exception {
    sql(gateway.database(), "truncate checkpoint_cosignature");
    grow(gateway.database(), 1);
    gateway.runHousekeeping();

    assertThat(opened(log.cosigned(1)).size()).isEqualTo(opened(log.newest()).size());
  }

  private static long count(DevDatabase database) throws SQLException {
    try (var owner = database.owner();
        var row = owner.createStatement().executeQuery("select count(*) from logbook_row")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void what_a_witness_signed_cannot_be_changed_without_the_check_saying_so() throws Exception {
    var spoilt = copy(old, "bedorven");
    assertThat(found(spoilt)).isEmpty();
    for (var change :
        List.of(
            "set witness = 'ander.example/getuige'",
            "set size = size - 1",
            "set size = size + 1",
            "set signed_at = signed_at + interval '1 second'",
            "set region = 'elders'",
            "set line = replace(line, 'fg.example', 'gf.example')",
            "set line = overlay(line placing 'AAAA' from 60 for 4)",
            "set line = line || line")) {
      sql(spoilt, "create table kopie as table checkpoint_cosignature");
      sql(spoilt, "update checkpoint_cosignature " + change);
      assertThat(found(spoilt)).as(change).isNotEmpty();
      sql(spoilt, "truncate checkpoint_cosignature");
      sql(spoilt, "insert into checkpoint_cosignature table kopie", "drop table kopie");
    }
    assertThat(found(spoilt)).isEmpty();
  }

  private static List<Finding> found(DevDatabase database) throws SQLException {
    try (var owner = database.owner()) {
      return LogbookVerifier.withKeys(DevSettings.REGION, key, site.keys())
          .knowing(List.of(witness.key()))
          .verify(owner, (_, _) -> {})
          .findings();
    }
  }

  private static String header(String path) throws IOException, InterruptedException {
    return get(path).headers().firstValue("Cache-Control").orElse("");
  }

  private static HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    try (var browser = HttpClient.newBuilder().sslContext(site.browser()).build()) {
      return browser.send(
          HttpRequest.newBuilder(URI.create(gateway.doorway().people() + path)).build(),
          BodyHandlers.ofByteArray());
    }
  }
}
