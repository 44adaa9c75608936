package nl.sluis.dev.getuige;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.ECKey;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
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
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.dev.rig.Signals;
import nl.sluis.gateway.boot.KeyMoment;
import nl.sluis.gateway.boot.KeysCommand;
import nl.sluis.gateway.boot.Settings;
import nl.sluis.gateway.client.Distrusted;
import nl.sluis.gateway.client.LogWatch;
import nl.sluis.gateway.client.OpenLog;
import nl.sluis.gateway.client.Opener;
import nl.sluis.gateway.client.SluisKeys;
import nl.sluis.gateway.keys.KeyUse;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.logbook.KeyHistory;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.gateway.logbook.ProvenRow;
import nl.sluis.gateway.logbook.UseHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keys that are replaced while two gateways on one database work, with a witness and with partners
/// whom nobody tells of it.
final class ReplacedKeysSpec {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration DAY = Duration.ofDays(1);

  private static DevPostgres postgres;
  private static DevSite site;
  private static LogKey key;
  private static AskedWitness witness;
  private static DevGateway gateway;
  private static DevGateway other;
  private static SimulatedPartner school;
  private static SimulatedPartner schoolElsewhere;
  private static SimulatedPartner cjg;
  private static SluisKeys known;
  private static Signals signals;
  private static int children;

  @TempDir static Path folder;

  @BeforeAll
  static void two_gateways_and_a_witness() {
    postgres = DevPostgres.temporary();
    site = DevSite.temporary(Instant.parse("2026-11-23T09:00:00Z"));
    key = LogKey.of(DevSettings.ORIGIN, site.keys().logKey());
    witness = new AskedWitness(WitnessCommand.class.getName(), List.of(key));
    signals = new Signals(site, known = new SluisKeys(() -> jwks().toString(), site.clock()));
    var database = postgres.fresh();
    var witnesses = new Settings.Witnesses(List.of(witness.line()), Duration.ofMinutes(15));
    gateway = DevGateway.start(site, database, DevGateway.Ports.ANY, witnesses);
    other = DevGateway.start(site, database, DevGateway.Ports.ANY);
    school = gateway.partner(signals.school().partner().oin(), "De Duinpieper");
    schoolElsewhere = other.partner(school.oin(), "De Duinpieper");
    cjg = gateway.partner(signals.cjg().partner().oin(), "CJG Kennemerland");
    publishEncryptionKey();
  }

  @AfterAll
  static void stop() throws IOException {
    List.of(school, schoolElsewhere, cjg).forEach(SimulatedPartner::close);
    other.close();
    gateway.close();
    witness.close();
    postgres.close();
  }

  @AfterEach
  void the_logbook_is_whole() {
    assertThat(gateway.checkLogbook()).isEmpty();
  }

  @Test
  void a_sender_goes_over_to_a_next_binding_key_by_itself_and_what_names_the_first_still_arrives()
      throws Exception {
    var first = known.current();
    var early = accepted(school, message());
    assertThat(types(0, "wissel", "binding")).contains("tekent vanaf");
    later(Duration.ofHours(2));

    // Published, and not used before everybody had a day to see it.
    assertThat(known.known()).hasSize(2);
    assertThat(known.current()).isEqualTo(first);
    assertThat(types(1, "opruimen", "binding")).contains("is nodig tot");
    later(DAY);
    var next = known.current();
    assertThat(next).isNotEqualTo(first);
    var late = signed(first);
    assertThat(accepted(schoolElsewhere, message())).isNotEmpty();
    assertThat(accepted(school, late)).isNotEmpty();

    later(DAY);
    assertThat(types(0, "opruimen", "binding")).contains("geldt voor niets nieuws", "nog eens");
    assertThat(send(school, signed(first)).body()).contains("bindsleutel-onbekend");
    later(Duration.ofMinutes(11));
    assertThat(types(0, "opruimen", "binding")).contains("wachten nog op de ontvanger", "0 vorige");

    // Bound now with the key that the message named then.
    assertThat(bindingKid(early)).isEqualTo(first.getKeyID());
    for (var waiting : parcels()) {
      var _ = bindingKid(waiting);
      cjg.postJson("/v1/postbus/" + waiting + "/bevestigingen?rol=cjg-coach", "{}");
    }
    assertThat(types(0, "opruimen", "binding")).contains("1 vorige");
    assertThat(send(school, signed(first)).body()).contains("bindsleutel-onbekend");
    assertThat(accepted(school, message())).isNotEmpty();
  }

  @Test
  void a_next_token_key_signs_when_every_gateway_knows_it_and_older_tokens_count_to_their_end()
      throws Exception {
    var first = kid(fresh(school));
    types(0, "wissel", "token");
    assertThat(kid(fresh(school))).isEqualTo(first);
    later(Duration.ofMinutes(9));
    var lastOfFirst = fresh(school);
    later(Duration.ofMinutes(2));
    var firstOfNext = fresh(school);

    assertThat(kid(lastOfFirst)).isEqualTo(first);
    assertThat(kid(firstOfNext)).isNotEqualTo(first);
    for (var at : List.of(school, schoolElsewhere)) {
      assertThat(shown(at, lastOfFirst)).isEqualTo(200);
      assertThat(shown(at, firstOfNext)).isEqualTo(200);
    }
    assertThat(types(1, "opruimen", "token")).contains("is nodig tot");
    later(Duration.ofMinutes(30));
    types(0, "opruimen", "token");
    later(Duration.ofMinutes(11));
    assertThat(types(0, "opruimen", "token")).contains("1 vorige");
    assertThat(shown(school, fresh(schoolElsewhere))).isEqualTo(200);
  }

  @Test
  void the_history_of_every_key_is_there_for_anybody_and_the_logbook_vouches_for_it()
      throws Exception {
    for (var use : List.of(KeyUse.RECEIPT, KeyUse.STATEMENT)) {
      var before = published(use);
      types(0, "wissel", use.word());
      later(use.lead().plus(use.overlap()));
      types(0, "opruimen", use.word());
      later(use.rest().plusSeconds(1));
      assertThat(types(0, "opruimen", use.word())).contains("1 vorige");

      // What the key before signed can be checked for ever, and nobody signs with it again.
      assertThat(published(use)).containsAll(before).hasSize(before.size() + 1);
      assertThat(site.keys().signingKeyNumbers(use)).hasSize(1);
    }
    var history = open("/logboek/sleutels");
    var log = KeyHistory.read(texts(history.path("verklaringen")), key);
    var statements = texts(history.path("andereVerklaringen"));
    for (var use : KeyUse.values()) {
      var own = statements.stream().filter(s -> s.contains("\n" + use.word() + "\n")).toList();
      var kids = UseHistory.read(own, use, log).stream().map(p -> p.key().getKeyID()).toList();
      assertThat(kids).isEqualTo(published(use));
    }
  }

  @Test
  void witnesses_and_partners_follow_a_next_key_of_the_logbook_and_believe_no_other()
      throws Exception {
    var memory = folder.resolve("gezien");
    try (var log = site.publicLog(gateway.doorway())) {
      var watch = new LogWatch(memory, key, log);
      var before = watch.look();
      gateway.askWitnesses();
      types(0, "wissel", "logboek");
      types(0, "opruimen", "logboek");
      types(0, "wissel", "logboek");
      types(0, "opruimen", "logboek");

      gateway.askWitnesses();
      assertThat(log.cosigned(1).orElseThrow()).startsWith(log.newest().orElseThrow());
      assertThat(watch.look()).isGreaterThan(before);
      var note = log.newest().orElseThrow();
      var statements = log.keyStatements();
      assertThat(new LogWatch(memory, key, log).keys().periods())
          .hasSameSizeAs(KeyHistory.read(statements, key).periods());
      assertThat(tell(witness, statements)).isEqualTo(200);

      // A thief who has the page and the line, and no key.
      var forged = new ArrayList<>(statements);
      forged.set(1, statements.get(1).replace("\noverdracht\n", "\neinde\n"));
      assertThat(tell(witness, forged)).isEqualTo(403);
      assertThat(tell(witness, statements.subList(0, 1))).isEqualTo(409);
      assertThat(distrust(folder.resolve("nieuw"), note, forged))
          .isEqualTo(Distrusted.Cause.ONGETEKEND);
      assertThat(distrust(folder.resolve("nieuw"), note, statements.subList(0, 1)))
          .isEqualTo(Distrusted.Cause.ONGETEKEND);
      assertThat(distrust(memory, new TestLog(key.origin(), TestLog.newKey()).note(0), forged))
          .isEqualTo(Distrusted.Cause.SPLITSING);
    }
    later(Duration.ofMinutes(11));
    assertThat(types(0, "opruimen", "logboek")).contains("2 vorige");
  }

  @Test
  void a_change_that_breaks_off_anywhere_ends_in_one_state_when_it_is_typed_again()
      throws Exception {
    for (var which : List.of("logboek", "bewijs", "token")) {
      for (var moment : List.of(KeyMoment.MADE, KeyMoment.SAID)) {
        breaksOff(moment, "wissel", which);
        // A gateway at work signs what is there, and everything that is there is whole.
        gateway.runHousekeeping();
        assertThat(gateway.checkLogbook()).isEmpty();
        if (moment == KeyMoment.MADE) {
          assertThat(keysOf(which)).hasSize(1);
          types(0, "wissel", which);
          assertThat(keysOf(which)).hasSize(2);
        } else {
          assertThat(types(1, "wissel", which)).contains("al twee sleutels");
        }
        later(DAY.plus(DAY));
        breaksOff(KeyMoment.SAID, "opruimen", which);
        later(Duration.ofMinutes(11));
        breaksOff(KeyMoment.DESTROYING, "opruimen", which);
        assertThat(types(0, "opruimen", which)).contains("1 vorige");
        assertThat(keysOf(which)).hasSize(1);
      }
    }
    other.restart();
    assertThat(shown(schoolElsewhere, fresh(schoolElsewhere))).isEqualTo(200);
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static void breaksOff(KeyMoment moment, String... what) {
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

  private static String types(int outcome, String... what) throws IOException, SQLException {
    var told = new ByteArrayOutputStream();
    var seen = run(told, _ -> {}, what);
    var text = told.toString(StandardCharsets.UTF_8);
    assertThat(seen).as(text).isEqualTo(outcome);
    gateway.reload();
    other.reload();
    return text;
  }

  private static int run(
      ByteArrayOutputStream told, Consumer<KeyMoment> reached, String... what)
      throws IOException, SQLException {
    var yaml = DevSettings.yaml(gateway.settings());
    var config = Files.writeString(folder.resolve("sluis.yaml"), yaml).toString();
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);
    return new KeysCommand(out, out, site.clock(), reached)
        .run(List.of(what[0], what[1], "--config", config));
  }

  private static void later(Duration duration) {
    gateway.moveClock(site.clock().instant().plus(duration));
    other.moveClock(site.clock().instant());
    List.of(school, schoolElsewhere, cjg).forEach(SimulatedPartner::freshToken);
  }

  /// The keys of this name that count for new things.
  private static List<String> keysOf(String which) {
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

  private static List<String> published(KeyUse use) {
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

  private static JsonNode jwks() {
    return json(school.get("/v1/sleutels"));
  }

  private static JsonNode open(String path) {
    return json(gateway.person("999999990").send("GET", path, "", null));
  }

  private static JsonNode json(Answer answer) {
    try {
      assertThat(answer.status()).as(answer.body()).isLessThan(300);
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  /// A message about a child that nobody spoke of before, as the school makes it now.
  private static String message() {
    var child = family();
    return signals.message(child).text();
  }

  /// The same by a sender that still names this key.
  private static String signed(ECKey named) {
    var keys = SigningKeys.of(List.of(named));
    return new Signals(site, keys).message(family()).text();
  }

  private static String family() {
    var child = "kind-" + children++;
    json(school.postJson("/v1/gezinsfeiten", signals.family(child)));
    json(school.postJson("/v1/toestemmingen", signals.consent(child)));
    return child;
  }

  private static Answer send(SimulatedPartner from, String message) {
    return from.sendMessage(message, from.token());
  }

  private static void publishEncryptionKey() {
    var statement = new String(signals.encryptionKey(), StandardCharsets.US_ASCII);
    var answer = cjg.post("/v1/encryptiesleutels", "application/jwt", statement);
    assertThat(answer.status()).as(answer.body()).isLessThan(300);
  }

  /// @return the parcel that waits
  private static String accepted(SimulatedPartner from, String message) {
    var before = parcels();
    var answer = send(from, message);
    assertThat(answer.status()).as(answer.body()).isLessThan(300);
    return parcels().stream().filter(one -> !before.contains(one)).findFirst().orElseThrow();
  }

  private static List<String> parcels() {
    var ids = new ArrayList<String>();
    json(cjg.get("/v1/postbus?rol=cjg-coach"))
        .path("pakketten")
        .forEach(one -> ids.add(one.path("id").asText()));
    return ids;
  }

  /// Takes a parcel, opens it as its receiver, and says with which key Sluis bound it.
  private static String bindingKid(String parcel) throws Exception {
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

  private static KeyHistory keysOfLog() {
    return KeyHistory.read(texts(open("/logboek/sleutels").path("verklaringen")), key);
  }

  private static String fresh(SimulatedPartner partner) {
    partner.freshToken();
    return partner.token();
  }

  private static String kid(String token) throws Exception {
    return JWSObject.parse(token).getHeader().getKeyID();
  }

  private static int shown(SimulatedPartner at, String token) {
    var headers = Map.of("Authorization", "Bearer " + token);
    return at.call("GET", "/v1/postbus?rol=school-ib", headers, "").status();
  }

  private static int tell(AskedWitness witness, List<String> statements) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(witness.line().address() + "/add-key-history"))
              .POST(BodyPublishers.ofString(page(statements)))
              .build();
      return http.send(request, BodyHandlers.ofString()).statusCode();
    }
  }

  private static String page(List<String> statements) {
    ObjectNode page = JSON.createObjectNode();
    statements.forEach(page.putArray("verklaringen")::add);
    return page.toString();
  }

  /// What a partner with this memory thinks of a log that shows this.
  private static Distrusted.Cause distrust(Path memory, String note, List<String> statements)
      throws IOException {
    var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    var pages = Map.of("/checkpoint", note, "/sleutels", page(statements));
    pages.forEach(
        (path, text) ->
            server.createContext(
                path,
                exchange -> {
                  var body = text.getBytes(StandardCharsets.UTF_8);
                  exchange.sendResponseHeaders(200, body.length);
                  exchange.getResponseBody().write(body);
                  exchange.close();
                }));
    server.start();
    var address = URI.create("http://localhost:" + server.getAddress().getPort());
    try (var log = new OpenLog(address, site.browser())) {
      var watch = new LogWatch(memory, key, log);
      return catchThrowableOfType(Distrusted.class, watch::look).cause();
    } finally {
      server.stop(0);
    }
  }
}
