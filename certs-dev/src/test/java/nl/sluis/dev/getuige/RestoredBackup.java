package nl.sluis.dev.getuige;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;
import nl.sluis.dev.partner.DevRules;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.dev.rig.Signals;
import nl.sluis.gateway.boot.HaltCommand;
import nl.sluis.gateway.boot.RestoreCommand;
import nl.sluis.gateway.boot.Settings;
import nl.sluis.gateway.boot.Wiring;
import nl.sluis.gateway.client.SluisKeys;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.policies.terms.Oin;

/// A gateway with a witness, of which the database is put back to a copy of before a mother took
/// her yes back. One thread.
final class RestoredBackup implements AutoCloseable {
  static final Oin SCHOOL = new Oin("00000099000000201000");
  static final String NEW_NAME = DevSettings.ORIGIN + "-2";

  private static final JsonMapper JSON = new JsonMapper();
  private final DevPostgres postgres = DevPostgres.shared();
  final DevSite site = DevSite.temporary(Instant.parse("2026-11-23T09:00:00Z"));
  final LogKey key = LogKey.of(DevSettings.ORIGIN, site.keys().logKey());
  final AskedWitness witness = new AskedWitness(WitnessCommand.class.getName(), List.of(key));
  private final SluisKeys known = new SluisKeys(() -> jwks().toString(), site.clock());
  private final Signals signals = new Signals(site, known);
  final DevGateway gateway;
  private final SimulatedPartner school;
  private final SimulatedPartner cjg;
  private final Path folder;

  RestoredBackup(Path folder) {
    this.folder = folder;
    var witnesses = new Settings.Witnesses(List.of(witness.line()), Duration.ofMinutes(15));
    gateway =
        DevGateway.start(site, postgres.fresh(), DevGateway.Ports.ANY, DevRules.SHIPPED, witnesses);
    school = gateway.partner(signals.school().partner().oin(), "De Duinpieper");
    cjg = gateway.partner(signals.cjg().partner().oin(), "CJG Kennemerland");
    var statement = new String(signals.encryptionKey(), StandardCharsets.US_ASCII);
    read(cjg.post("/v1/encryptiesleutels", "application/jwt", statement));
  }

  @Override
  public void close() throws IOException {
    school.close();
    cjg.close();
    gateway.close();
    witness.close();
    postgres.close();
  }

  /// Both parents of this child say yes.
  ///
  /// @return the question
  String consent(String child) {
    read(school.postJson("/v1/gezinsfeiten", signals.family(child)));
    return read(school.postJson("/v1/toestemmingen", signals.consent(child))).path("id").asText();
  }

  /// The mother takes her yes back, and the school keeps the receipt of it.
  Path withdraw(String ask, String file) throws IOException {
    read(school.postJson("/v1/toestemmingen/" + ask + "/intrekkingen", signals.withdrawal()));
    return receipt(ask, file);
  }

  /// The receipt of what was said last.
  Path receipt(String ask, String file) throws IOException {
    var list = read(school.get("/v1/toestemmingen/" + ask + "/bewijzen")).path("bewijzen");
    var id = list.get(list.size() - 1).path("id").asText();
    var receipt = school.get("/v1/toestemmingen/" + ask + "/bewijzen/" + id);
    assertThat(receipt.status()).isEqualTo(200);
    return Files.writeString(folder.resolve(file), receipt.body());
  }

  /// What the school hears when it sends a message about this child now.
  Answer send(String child) {
    return school.sendMessage(signals.message(child).text(), school.token());
  }

  /// What the CJG hears when it fetches this parcel now.
  Answer fetch(String parcel) {
    return cjg.postJson("/v1/postbus/" + parcel + "/uitreikingen?rol=cjg-coach", "{}");
  }

  List<String> waiting() {
    var ids = new ArrayList<String>();
    read(cjg.get("/v1/postbus?rol=cjg-coach"))
        .path("pakketten")
        .forEach(one -> ids.add(one.path("id").asText()));
    return ids;
  }

  String health() {
    return school.get("/v1/gezondheid").body();
  }

  JsonNode open(String path) {
    return read(gateway.person("999999990").send("GET", path, "", null));
  }

  private JsonNode jwks() {
    return read(school.get("/v1/sleutels"));
  }

  static JsonNode read(Answer answer) {
    try {
      assertThat(answer.status()).as(answer.body()).isLessThan(300);
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Stops, and makes a copy of the files of the database, as a backup does.
  void backUp() throws SQLException {
    gateway.close();
    copy(gateway.database().name(), backup());
    gateway.restart();
    freshTokens();
  }

  /// The database is lost, and the copy is put in its place.
  void putBack() throws SQLException {
    gateway.close();
    copy(backup(), gateway.database().name());
  }

  private String backup() {
    return gateway.database().name() + "_kopie";
  }

  private void copy(String from, String to) throws SQLException {
    try (var owner = new DevDatabase(gateway.database().port(), "postgres").owner();
        var statement = owner.createStatement()) {
      statement.execute("drop database if exists \"" + to + "\" with (force)");
    }
    new DevDatabase(gateway.database().port(), to).copy(from);
  }

  /// A gateway that was not there before, on the same database and keys.
  DevGateway another() {
    return DevGateway.start(site, gateway.database(), DevGateway.Ports.ANY);
  }

  /// The gateway starts under the name that the logbook has by now.
  void goOn() {
    site.nameLogbook(NEW_NAME);
    gateway.restart();
    freshTokens();
  }

  private void freshTokens() {
    school.freshToken();
    cjg.freshToken();
  }

  /// As the gateway would start when nobody signed its logbook but itself.
  void startsWithoutWitness() throws IOException, SQLException {
    var settings =
        DevSettings.of(
            site,
            gateway.database(),
            DevGateway.Ports.ANY,
            DevRules.SHIPPED,
            String.valueOf(gateway.settings().acute().waitingRoom().getFileName()),
            Optional.empty(),
            Settings.Witnesses.NONE,
            Optional.empty(),
            Optional.empty());
    Wiring.build(settings, site.clock()).close();
  }

  /// @param outcome how the command must end
  /// @return what it printed
  String types(int outcome, String... words) throws IOException, SQLException {
    var told = new ByteArrayOutputStream();
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);
    var seen = new RestoreCommand(out, out, site.clock()).run(gateway.settings(), List.of(words));
    var text = told.toString(StandardCharsets.UTF_8);
    assertThat(seen).as(text).isEqualTo(outcome);
    return text;
  }

  /// What `sluis stop` says when somebody lets the lane go on without looking at the restore.
  String liftsWithoutLooking() throws IOException, SQLException {
    var told = new ByteArrayOutputStream();
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);
    var seen =
        new HaltCommand(out, out, site.clock())
            .run(gateway.settings(), List.of("baan=toestemming", "--door=med-07", "--opheffen"));
    assertThat(seen).isEqualTo(1);
    return told.toString(StandardCharsets.UTF_8);
  }
}
