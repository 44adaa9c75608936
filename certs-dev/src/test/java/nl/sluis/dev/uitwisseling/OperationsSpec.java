package nl.sluis.dev.uitwisseling;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevCollector;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.dev.rig.Signals;
import nl.sluis.gateway.edge.Tempo;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// What who runs a gateway sees of it, what nobody else sees, and how it is slowed down and
/// stopped.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class OperationsSpec {
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final Oin CJG = new Oin("00000099000000101000");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final int SENDERS = 6;
  private static final int MESSAGES = 12;

  private static TestGateway test;
  private static DevCollector collector;
  private static final List<Answer> ANSWERS = Collections.synchronizedList(new ArrayList<>());

  @BeforeAll
  static void a_message_and_a_refusal() throws IOException {
    test = TestGateway.start();
    collector = test.gateway().connectCollector();
    test.gateway().watchedBy((_, _, answer) -> ANSWERS.add(answer));
    assertThat(test.play(CollectorSpec.STORY)).isEmpty();
  }

  @AfterAll
  static void the_logbook_is_whole() throws IOException {
    assertThat(test.gateway().checkLogbook()).isEmpty();
    test.close();
    HTTP.close();
  }

  private static HttpResponse<String> ask(URI address) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> manage(String path) throws IOException, InterruptedException {
    return ask(test.gateway().management().resolve(path));
  }

  private static List<JsonNode> transactions() {
    return List.copyOf(ANSWERS).stream()
        .map(answer -> read(answer.body()))
        .filter(
            body -> body.path("transactie").isTextual() && body.path("ontvangstbewijs").isTextual())
        .toList();
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException _) {
      return JSON.createObjectNode();
    }
  }

  @Test
  @Order(1)
  void it_says_that_it_lives_that_it_is_ready_and_what_it_measures() throws Exception {
    assertThat(manage("/gezond").statusCode()).isEqualTo(200);
    var ready = manage("/gereed");
    assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
    assertThat(read(ready.body()).path("delen").path("database").asText()).isEqualTo("goed");

    var measured = manage("/metingen").body();

    assertThat(measured)
        .contains("sluis_uitwisselingen_total{baan=\"toestemming\",uitkomst=\"doorgelaten\"} 1.0")
        .contains("sluis_stap_seconds_count{stap=\"besluit\"} 2")
        .contains("sluis_logboek_ongetekend_seconden 0.0")
        .contains("sluis_postbus_oudste_seconden{partner=\"" + CJG + "\"}")
        .contains("sluis_certificaat_dagen{deur=\"partners\"}")
        .contains("sluis_aflevering_onderweg 0.0")
        .contains("sluis_aflevering_pakketten{stand=\"onbestelbaar\"} 0.0")
        .containsPattern("sluis_eerste_einde_dagen [1-9][0-9]*")
        .contains("jvm_memory_used_bytes");
    assertThat(measured).as("no purpose and no sender").doesNotContain("signaal", SCHOOL.value());
  }

  @Test
  @Order(2)
  void how_long_each_step_took_is_told_at_that_door_alone() throws Exception {
    assertThat(transactions()).hasSizeGreaterThanOrEqualTo(2);
    for (var each : transactions().subList(0, 2)) {
      var path = "/uitwisselingen/" + each.path("transactie").asText();
      var told = manage(path);

      assertThat(told.headers().firstValue("Server-Timing").orElse(""))
          .matches(
              "toegang;dur=[0-9.]+, handtekening;.*, wachten;.*, besluit;.*,"
                  + " ontvangstbewijs;dur=[0-9.]+");
      assertThat(read(told.body()).path("uitkomst").asText()).isIn("doorgelaten", "geweigerd");
    }
    assertThat(manage("/uitwisselingen/" + UUID.randomUUID()).statusCode()).isEqualTo(404);

    assertThat(List.copyOf(ANSWERS))
        .isNotEmpty()
        .noneMatch(answer -> answer.headers().containsKey("server-timing"));
    try (var school = test.gateway().partner(SCHOOL, "De Duinpieper")) {
      assertThat(school.get("/metingen").status()).isEqualTo(404);
      assertThat(school.get("/gereed").status()).isEqualTo(404);
    }
  }

  @Test
  @Order(3)
  void the_steps_stand_as_spans_in_the_trace_of_who_asked_with_words_of_our_own_only()
      throws Exception {
    var until = System.nanoTime() + SECONDS.toNanos(15);
    while (collector.steps().isEmpty() && System.nanoTime() < until) {
      LockSupport.parkNanos(MILLISECONDS.toNanos(50));
    }

    assertThat(collector.steps())
        .anyMatch(span -> span.getName().equals("uitwisseling"))
        .anyMatch(span -> span.getName().equals("besluit"));
    assertThat(collector.steps().stream().flatMap(span -> span.getAttributesList().stream()))
        .isNotEmpty()
        .allMatch(each -> List.of("sluis.uitkomst", "sluis.baan").contains(each.getKey()));
  }

  @Test
  @Order(4)
  void who_asks_more_than_its_share_is_told_when_to_come_back_and_another_notices_nothing()
      throws Exception {
    var few = new Tempo.Rate(1, 5);
    test.gateway().site().letPartnersAsk(Tempo.of(few, few, 100));
    test.gateway().restart();
    try (var school = test.gateway().partner(SCHOOL, "De Duinpieper");
        var cjg = test.gateway().partner(CJG, "CJG Kennemerland")) {
      assertThat(cjg.get("/v1/postbus").status()).isEqualTo(200);
      var answers = IntStream.range(0, 12).mapToObj(_ -> school.get("/v1/postbus")).toList();

      var refused = answers.stream().filter(answer -> answer.status() == 429).toList();
      assertThat(refused).hasSizeGreaterThanOrEqualTo(5);
      assertThat(read(refused.getFirst().body()).path("code").asText()).isEqualTo("te-veel");
      assertThat(refused.getFirst().headers()).containsEntry("retry-after", "1");
      assertThat(cjg.get("/v1/postbus").status()).isEqualTo(200);
      assertThat(school.sendUrgently("geen bericht").status()).as("acute danger").isEqualTo(400);
      assertThat(manage("/metingen").body())
          .contains("sluis_te_veel{partner=\"" + SCHOOL + "\"}")
          .doesNotContain("sluis_te_veel{partner=\"" + CJG + "\"}");
    } finally {
      test.gateway().site().letPartnersAsk(Tempo.STANDARD);
      test.gateway().restart();
    }
  }

  @Test
  @Order(5)
  void what_was_answered_while_it_stopped_stands_and_what_was_not_is_answered_afterwards_and_once()
      throws Exception {
    var gateway = test.gateway();
    var signals = new Signals(gateway.site(), SigningKeys.of(gateway.doorway().bindingKeys()));
    var transactions = new ConcurrentHashMap<String, String>();
    var refused = new ConcurrentLinkedQueue<Integer>();
    var underWay = new CountDownLatch(SENDERS * 3);
    try (var school = gateway.partner(SCHOOL, "De Duinpieper");
        var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      var token = school.token();
      var sending =
          IntStream.range(0, SENDERS)
              .mapToObj(
                  sender ->
                      senders.submit(
                          () -> {
                            for (int i = 0; i < MESSAGES; i++) {
                              var text = signals.message("kind-" + sender + "-" + i).text();
                              transactions.put(text, untilAnswered(school, token, text, refused));
                              underWay.countDown();
                            }
                          }))
              .toList();
      assertThat(underWay.await(60, SECONDS)).isTrue();

      gateway.restart();
      for (var one : sending) {
        one.get(60, SECONDS);
      }

      assertThat(refused).as("a gateway that stops refuses nothing").isEmpty();
      assertThat(transactions).hasSize(SENDERS * MESSAGES);
      transactions.forEach(
          (text, transaction) ->
              assertThat(untilAnswered(school, token, text, refused)).isEqualTo(transaction));
    }
    assertThat(recorded(transactions.values())).isEqualTo(SENDERS * MESSAGES);
  }

  /// Sends the same message until there is an answer, and says which transaction it became.
  private static String untilAnswered(
      SimulatedPartner school, String token, String text, Queue<Integer> refused) {
    for (; ; ) {
      var answer = school.sendMessage(text, token);
      if (answer.status() >= 500) {
        refused.add(answer.status());
      } else if (answer.status() > 0) {
        return read(answer.body()).path("transactie").asText();
      }
      LockSupport.parkNanos(MILLISECONDS.toNanos(20));
    }
  }

  private static int recorded(Collection<String> transactions) throws SQLException {
    try (var owner = test.gateway().database().owner();
        var select =
            owner.prepareStatement(
                "select count(*) from message where transaction_id::text = any (?)")) {
      select.setArray(1, owner.createArrayOf("text", transactions.toArray()));
      try (var row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
