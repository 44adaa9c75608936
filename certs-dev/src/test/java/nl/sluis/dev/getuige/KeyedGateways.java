package nl.sluis.dev.getuige;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.ECKey;
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
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevRules;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.SimulatedBrowser;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.dev.rig.Signals;
import nl.sluis.gateway.aanmelding.ProviderLine;
import nl.sluis.gateway.boot.KeyMoment;
import nl.sluis.gateway.boot.KeysCommand;
import nl.sluis.gateway.boot.Settings;
import nl.sluis.gateway.client.Opener;
import nl.sluis.gateway.client.SluisKeys;
import nl.sluis.gateway.keys.KeyUse;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.logbook.KeyHistory;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.gateway.logbook.ProvenRow;

/// Two gateways on one database, a witness, and a school and a CJG whom nobody tells of keys. One
/// thread.
final class KeyedGateways implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String SOMEBODY = "999999990";

  private final Path folder;
  private final DevPostgres postgres = DevPostgres.shared();
  final DevSite site = DevSite.temporary(Instant.parse("2026-11-23T09:00:00Z"));
  final LogKey key = LogKey.of(DevSettings.ORIGIN, site.keys().logKey());
  final AskedWitness witness = new AskedWitness(WitnessCommand.class.getName(), List.of(key));
  final SluisKeys known = new SluisKeys(() -> jwks().toString(), site.clock());
  final Signals signals = new Signals(site, known);
  final DevGateway gateway;
  final DevGateway other;
  final SimulatedPartner school;
  final SimulatedPartner schoolElsewhere;
  private final SimulatedPartner cjg;
  private int children;

  /// @param folder for the settings of a command
  KeyedGateways(Path folder) {
    this.folder = folder;
    var database = postgres.fresh();
    var witnesses = new Settings.Witnesses(List.of(witness.line()), Duration.ofMinutes(15));
    gateway = DevGateway.start(site, database, DevGateway.Ports.ANY, DevRules.SHIPPED, witnesses);
    other = DevGateway.start(site, database, DevGateway.Ports.ANY);
    school = gateway.partner(signals.school().partner().oin(), "De Duinpieper");
    schoolElsewhere = other.partner(school.oin(), "De Duinpieper");
    cjg = gateway.partner(signals.cjg().partner().oin(), "CJG Kennemerland");
    publishEncryptionKey();
  }

  @Override
  public void close() throws IOException {
    List.of(school, schoolElsewhere, cjg).forEach(SimulatedPartner::close);
    other.close();
    gateway.close();
    witness.close();
    postgres.close();
  }

  /// As if the process was killed there.
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  void breaksOff(KeyMoment moment, String... what) {
    assertThatThrownBy(
            () ->
                run(
                    new ByteArrayOutputStream(),
                    at -> {
                      if (at == moment) {
                        throw new Killed();
                      }
                    },
                    what))
        .isInstanceOf(Killed.class);
  }

  String types(int outcome, String... what) throws IOException, SQLException {
    var told = new ByteArrayOutputStream();
    var seen = run(told, _ -> {}, what);
    var text = told.toString(StandardCharsets.UTF_8);
    assertThat(seen).as(text).isEqualTo(outcome);
    gateway.reload();
    other.reload();
    return text;
  }

  private int run(ByteArrayOutputStream told, Consumer<KeyMoment> reached, String... what)
      throws IOException, SQLException {
    var yaml = DevSettings.yaml(gateway.settings());
    var config = Files.writeString(folder.resolve("sluis.yaml"), yaml).toString();
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);
    return new KeysCommand(out, out, site.clock(), reached)
        .run(List.of(what[0], what[1], "--config", config));
  }

  void later(Duration duration) {
    gateway.moveClock(site.clock().instant().plus(duration));
    other.moveClock(site.clock().instant());
    List.of(school, schoolElsewhere, cjg).forEach(SimulatedPartner::freshToken);
  }

  /// The keys of this name that count for new things.
  List<String> keysOf(String which) {
    var found = new ArrayList<String>();
    open("/logboek/sleutels")
        .path("sleutels")
        .forEach(
            one -> {
              if (one.path("gebruik").asText().equals(which) && !one.has("tot")) {
                found.add(one.path("sleutel").asText());
              }
            });
    return found;
  }

  List<String> published(KeyUse use) {
    var kids = new ArrayList<String>();
    jwks()
        .path("keys")
        .forEach(
            one -> {
              if (one.path("gebruik").asText().equals(use.word())) {
                kids.add(one.path("kid").asText());
              }
            });
    return kids;
  }

  JsonNode jwks() {
    return json(school.get("/v1/sleutels"));
  }

  JsonNode open(String path) {
    return json(gateway.person(SOMEBODY).send("GET", path, "", null));
  }

  JsonNode json(Answer answer) {
    try {
      assertThat(answer.status()).as(answer.body()).isLessThan(300);
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  /// A message about a child that nobody spoke of before, as the school makes it now.
  String message() {
    var child = family();
    return signals.message(child).text();
  }

  /// The same by a sender that still names this key.
  String signed(ECKey named) {
    var keys = SigningKeys.of(List.of(named));
    return new Signals(site, keys).message(family()).text();
  }

  String family() {
    var child = "kind-" + children++;
    json(school.postJson("/v1/gezinsfeiten", signals.family(child)));
    json(school.postJson("/v1/toestemmingen", signals.consent(child)));
    return child;
  }

  Answer send(SimulatedPartner from, String message) {
    return from.sendMessage(message, from.token());
  }

  void publishEncryptionKey() {
    var statement = new String(signals.encryptionKey(), StandardCharsets.US_ASCII);
    var answer = cjg.post("/v1/encryptiesleutels", "application/jwt", statement);
    assertThat(answer.status()).as(answer.body()).isLessThan(300);
  }

  /// @return the parcel that waits
  String accepted(SimulatedPartner from, String message) {
    var before = parcels();
    var answer = send(from, message);
    assertThat(answer.status()).as(answer.body()).isLessThan(300);
    return parcels().stream().filter(one -> !before.contains(one)).findFirst().orElseThrow();
  }

  List<String> parcels() {
    var ids = new ArrayList<String>();
    json(cjg.get("/v1/postbus?rol=cjg-coach"))
        .path("pakketten")
        .forEach(one -> ids.add(one.path("id").asText()));
    return ids;
  }

  /// Says that a parcel arrived.
  void confirm(String parcel) {
    cjg.postJson("/v1/postbus/" + parcel + "/bevestigingen?rol=cjg-coach", "{}");
  }

  /// Takes a parcel, opens it as its receiver, and says with which key Sluis bound it.
  String bindingKid(String parcel) throws Exception {
    var given = json(cjg.postJson("/v1/postbus/" + parcel + "/uitreikingen?rol=cjg-coach", "{}"));
    var message = given.path("bericht").asText();
    var receipt = given.path("ontvangstbewijs").asText();
    var opener =
        new Opener(
            cjg.oin(),
            List.of(signals.cjg().encryption()),
            DevSettings.SLUIS,
            known,
            (_, _) -> Optional.of(signals.school().signing().toPublicJWK()),
            site.clock());
    var opened =
        opener.open(message, leaf -> ProvenRow.check(receipt, leaf, keysOfLog()).isPresent());
    assertThat(opened.categories()).isNotEmpty();
    return JWSObject.parse(message.substring(message.lastIndexOf('~') + 1)).getHeader().getKeyID();
  }

  KeyHistory keysOfLog() {
    return KeyHistory.read(texts(open("/logboek/sleutels").path("verklaringen")), key);
  }

  String fresh(SimulatedPartner partner) {
    partner.freshToken();
    return partner.token();
  }

  String kid(String token) throws Exception {
    return JWSObject.parse(token).getHeader().getKeyID();
  }

  /// The keys by which the provider can know Sluis, as it fetches them.
  List<String> keysForProvider() {
    var kids = new ArrayList<String>();
    open(ProviderLine.KEYS).path("keys").forEach(one -> kids.add(one.path("kid").asText()));
    return kids;
  }

  /// Whether somebody who logs in at this gateway reaches a page of their own.
  boolean logsIn(DevGateway at) {
    site.login().people().add("Iemand", SOMEBODY);
    try (var browser = SimulatedBrowser.at(at)) {
      browser.logIn(SOMEBODY);
      return browser.get("/mijn").status() == 200;
    }
  }

  int shown(SimulatedPartner at, String token) {
    var headers = Map.of("Authorization", "Bearer " + token);
    return at.call("GET", "/v1/postbus?rol=school-ib", headers, "").status();
  }
}
