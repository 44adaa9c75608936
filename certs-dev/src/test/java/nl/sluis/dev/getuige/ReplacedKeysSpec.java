package nl.sluis.dev.getuige;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.sluis.gateway.boot.KeyMoment;
import nl.sluis.gateway.client.Distrusted;
import nl.sluis.gateway.client.LogWatch;
import nl.sluis.gateway.client.OpenLog;
import nl.sluis.gateway.keys.KeyUse;
import nl.sluis.gateway.logbook.KeyHistory;
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

  private static KeyedGateways test;

  @TempDir static Path folder;

  @BeforeAll
  static void two_gateways_and_a_witness() {
    test = new KeyedGateways(folder);
  }

  @AfterAll
  static void stop() throws IOException {
    test.close();
  }

  @AfterEach
  void the_logbook_is_whole() {
    assertThat(test.gateway.checkLogbook()).isEmpty();
  }

  @Test
  void a_sender_goes_over_to_a_next_binding_key_by_itself_and_what_names_the_first_still_arrives()
      throws Exception {
    var first = test.known.current();
    var early = test.accepted(test.school, test.message());
    assertThat(test.types(0, "wissel", "binding")).contains("tekent vanaf");
    test.later(Duration.ofHours(2));

    // Published, and not used before everybody had a day to see it.
    assertThat(test.known.known()).hasSize(2);
    assertThat(test.known.current()).isEqualTo(first);
    assertThat(test.types(1, "opruimen", "binding")).contains("is nodig tot");
    test.later(DAY);
    var next = test.known.current();
    assertThat(next).isNotEqualTo(first);
    var late = test.signed(first);
    assertThat(test.accepted(test.schoolElsewhere, test.message())).isNotEmpty();
    assertThat(test.accepted(test.school, late)).isNotEmpty();

    test.later(DAY);
    assertThat(test.types(0, "opruimen", "binding"))
        .contains("geldt voor niets nieuws", "nog eens");
    assertThat(test.send(test.school, test.signed(first)).body()).contains("bindsleutel-onbekend");
    test.later(Duration.ofMinutes(11));
    assertThat(test.types(0, "opruimen", "binding"))
        .contains("wachten nog op de ontvanger", "0 vorige");

    // Bound now with the key that the message named then.
    assertThat(test.bindingKid(early)).isEqualTo(first.getKeyID());
    for (var waiting : test.parcels()) {
      var _ = test.bindingKid(waiting);
      test.confirm(waiting);
    }
    assertThat(test.types(0, "opruimen", "binding")).contains("1 vorige");
    assertThat(test.send(test.school, test.signed(first)).body()).contains("bindsleutel-onbekend");
    assertThat(test.accepted(test.school, test.message())).isNotEmpty();
  }

  @Test
  void a_next_token_key_signs_when_every_gateway_knows_it_and_older_tokens_count_to_their_end()
      throws Exception {
    var first = test.kid(test.fresh(test.school));
    test.types(0, "wissel", "token");
    assertThat(test.kid(test.fresh(test.school))).isEqualTo(first);
    test.later(Duration.ofMinutes(9));
    var lastOfFirst = test.fresh(test.school);
    test.later(Duration.ofMinutes(2));
    var firstOfNext = test.fresh(test.school);

    assertThat(test.kid(lastOfFirst)).isEqualTo(first);
    assertThat(test.kid(firstOfNext)).isNotEqualTo(first);
    for (var at : List.of(test.school, test.schoolElsewhere)) {
      assertThat(test.shown(at, lastOfFirst)).isEqualTo(200);
      assertThat(test.shown(at, firstOfNext)).isEqualTo(200);
    }
    assertThat(test.types(1, "opruimen", "token")).contains("is nodig tot");
    test.later(Duration.ofMinutes(30));
    test.types(0, "opruimen", "token");
    test.later(Duration.ofMinutes(11));
    assertThat(test.types(0, "opruimen", "token")).contains("1 vorige");
    assertThat(test.shown(test.school, test.fresh(test.schoolElsewhere))).isEqualTo(200);
  }

  @Test
  void the_provider_sees_the_next_key_a_day_before_it_signs_and_people_log_in_meanwhile()
      throws Exception {
    var first = test.keysForProvider();
    assertThat(test.logsIn(test.gateway)).isTrue();
    test.types(0, "wissel", "aanmelding");

    // Sluis shows both, and signs with the one that the provider had time to see.
    var both = test.keysForProvider();
    assertThat(both).hasSize(2).containsAll(first);
    for (var gateway : List.of(test.gateway, test.other)) {
      assertThat(test.logsIn(gateway)).isTrue();
    }
    test.later(DAY.plus(Duration.ofHours(1)));
    for (var gateway : List.of(test.gateway, test.other)) {
      assertThat(test.logsIn(gateway)).isTrue();
    }

    assertThat(test.types(0, "opruimen", "aanmelding")).contains("geldt voor niets nieuws");
    test.later(Duration.ofMinutes(11));
    assertThat(test.types(0, "opruimen", "aanmelding")).contains("1 vorige");
    assertThat(test.keysForProvider()).hasSize(1).doesNotContainAnyElementsOf(first);
    for (var gateway : List.of(test.gateway, test.other)) {
      assertThat(test.logsIn(gateway)).isTrue();
    }
  }

  @Test
  void the_history_of_every_key_is_there_for_anybody_and_the_logbook_vouches_for_it()
      throws Exception {
    for (var use : List.of(KeyUse.RECEIPT, KeyUse.STATEMENT)) {
      var before = test.published(use);
      test.types(0, "wissel", use.word());
      test.later(use.lead().plus(use.overlap()));
      test.types(0, "opruimen", use.word());
      test.later(use.rest().plusSeconds(1));
      assertThat(test.types(0, "opruimen", use.word())).contains("1 vorige");

      // What the key before signed can be checked for ever, and nobody signs with it again.
      assertThat(test.published(use)).containsAll(before).hasSize(before.size() + 1);
      assertThat(test.site.keys().signingKeyNumbers(use)).hasSize(1);
    }
    var history = test.open("/logboek/sleutels");
    var log = KeyHistory.read(test.texts(history.path("verklaringen")), test.key);
    var statements = test.texts(history.path("andereVerklaringen"));
    for (var use : KeyUse.values()) {
      var own = statements.stream().filter(s -> s.contains("\n" + use.word() + "\n")).toList();
      var kids = UseHistory.read(own, use, log).stream().map(p -> p.key().getKeyID()).toList();
      assertThat(kids).isEqualTo(test.published(use));
    }
  }

  @Test
  void witnesses_and_partners_follow_a_next_key_of_the_logbook_and_believe_no_other()
      throws Exception {
    var memory = folder.resolve("gezien");
    try (var log = test.site.publicLog(test.gateway.doorway())) {
      var watch = new LogWatch(memory, test.key, log);
      var before = watch.look();
      test.gateway.askWitnesses();
      test.types(0, "wissel", "logboek");
      test.types(0, "opruimen", "logboek");
      test.types(0, "wissel", "logboek");
      test.types(0, "opruimen", "logboek");

      test.gateway.askWitnesses();
      assertThat(log.cosigned(1).orElseThrow()).startsWith(log.newest().orElseThrow());
      assertThat(watch.look()).isGreaterThan(before);
      var note = log.newest().orElseThrow();
      var statements = log.keyStatements();
      assertThat(new LogWatch(memory, test.key, log).keys().periods())
          .hasSameSizeAs(KeyHistory.read(statements, test.key).periods());
      assertThat(tell(test.witness, statements)).isEqualTo(200);

      // A thief who has the page and the line, and no test.key.
      var forged = new ArrayList<>(statements);
      forged.set(1, statements.get(1).replace("\noverdracht\n", "\neinde\n"));
      assertThat(tell(test.witness, forged)).isEqualTo(403);
      assertThat(tell(test.witness, statements.subList(0, 1))).isEqualTo(409);
      assertThat(distrust(folder.resolve("nieuw"), note, forged))
          .isEqualTo(Distrusted.Cause.ONGETEKEND);
      assertThat(distrust(folder.resolve("nieuw"), note, statements.subList(0, 1)))
          .isEqualTo(Distrusted.Cause.ONGETEKEND);
      assertThat(distrust(memory, new TestLog(test.key.origin(), TestLog.newKey()).note(0), forged))
          .isEqualTo(Distrusted.Cause.SPLITSING);
    }
    test.later(Duration.ofMinutes(11));
    assertThat(test.types(0, "opruimen", "logboek")).contains("2 vorige");
  }

  @Test
  void a_change_that_breaks_off_anywhere_ends_in_one_state_when_it_is_typed_again()
      throws Exception {
    for (var which : List.of("logboek", "bewijs", "token")) {
      for (var moment : List.of(KeyMoment.MADE, KeyMoment.SAID)) {
        test.breaksOff(moment, "wissel", which);
        // A gateway at work signs what is there, and everything that is there is whole.
        test.gateway.runHousekeeping();
        assertThat(test.gateway.checkLogbook()).isEmpty();
        if (moment == KeyMoment.MADE) {
          assertThat(test.keysOf(which)).hasSize(1);
          test.types(0, "wissel", which);
          assertThat(test.keysOf(which)).hasSize(2);
        } else {
          assertThat(test.types(1, "wissel", which)).contains("al twee sleutels");
        }
        test.later(DAY.plus(DAY));
        test.breaksOff(KeyMoment.SAID, "opruimen", which);
        test.later(Duration.ofMinutes(11));
        test.breaksOff(KeyMoment.DESTROYING, "opruimen", which);
        assertThat(test.types(0, "opruimen", which)).contains("1 vorige");
        assertThat(test.keysOf(which)).hasSize(1);
      }
    }
    test.other.restart();
    assertThat(test.shown(test.schoolElsewhere, test.fresh(test.schoolElsewhere))).isEqualTo(200);
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
    try (var log = new OpenLog(address, test.site.browser())) {
      var watch = new LogWatch(memory, test.key, log);
      return catchThrowableOfType(Distrusted.class, watch::look).cause();
    } finally {
      server.stop(0);
    }
  }
}
