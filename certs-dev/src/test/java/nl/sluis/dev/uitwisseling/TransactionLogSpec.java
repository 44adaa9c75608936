package nl.sluis.dev.uitwisseling;

import static nl.sluis.dev.uitwisseling.FscCalls.fresh;
import static nl.sluis.dev.uitwisseling.FscCalls.headers;
import static nl.sluis.dev.uitwisseling.FscCalls.logs;
import static nl.sluis.dev.uitwisseling.FscCalls.numbers;
import static nl.sluis.dev.uitwisseling.FscCalls.pem;
import static nl.sluis.dev.uitwisseling.FscCalls.post;
import static nl.sluis.dev.uitwisseling.FscCalls.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.partner.PassingFolder;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.gateway.boot.convenant.ConvenantCommand;
import nl.sluis.gateway.trace.TransactionNumber;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// FSC beside Sluis: every exchange has a number of FSC, both ends read the records in which they
/// take part and no others, and nothing is answered that is not on record.
final class TransactionLogSpec {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final Oin CJG = new Oin("00000099000000101000");
  private static final Oin GGD = new Oin("00000099000000301000");
  private static final String LINES = "/v1/logboek/processing-activities";
  private static final String ASK = "{\"dpl.core.processing_activity_id\":\"geen\"}";

  private static TestGateway test;
  private static SimulatedPartner school;
  private static SimulatedPartner cjg;
  private static SimulatedPartner ggd;

  @BeforeAll
  static void a_message_goes_and_another_is_refused() throws IOException {
    test = TestGateway.start();
    assertThat(test.play(CollectorSpec.STORY)).isEmpty();
    school = test.gateway().partner(SCHOOL, "De Duinpieper");
    cjg = test.gateway().partner(CJG, "CJG Kennemerland");
    ggd = test.gateway().partner(GGD, "GGD Kennemerland");
  }

  @AfterAll
  static void the_logbook_is_whole() throws IOException {
    school.close();
    cjg.close();
    ggd.close();
    assertThat(test.gateway().checkLogbook()).isEmpty();
    test.close();
  }

  @Test
  void both_ends_read_an_exchange_under_one_number_and_a_receiver_nothing_of_a_refusal()
      throws IOException {
    // given a message that waits for the CJG and one that was refused
    var sent = logs(school, "");
    assertThat(sent).isNotEmpty();
    assertThat(sent)
        .allSatisfy(
            record -> {
              assertThat(record.path("direction").asText()).isEqualTo("DIRECTION_INCOMING");
              assertThat(record.path("source").toString())
                  .isEqualTo(
                      "{\"type\":\"SOURCE_TYPE_SOURCE\",\"outway_peer_id\":\"" + SCHOOL + "\"}");
              assertThat(record.path("destination").toString())
                  .isEqualTo(
                      "{\"type\":\"DESTINATION_TYPE_DESTINATION\",\"service_peer_id\":\""
                          + DevSettings.SLUIS
                          + "\"}");
              assertThat(record.path("grant_hash").asText()).matches("\\$1\\$3\\$[\\w-]{86}");
              assertThat(TransactionNumber.read(record.path("transaction_id").asText()))
                  .isPresent();
            });
    assertThat(logs(cjg, ""))
        .as("what it asked itself, and nothing else")
        .allSatisfy(record -> assertThat(isAskedBy(record, CJG)).isTrue());

    // when the CJG fetches what waits, under a number of its own
    var number = fresh();
    var parcels = JSON.readTree(cjg.get("/v1/postbus").body()).path("pakketten");
    assertThat(parcels).hasSize(1);
    var fetched =
        post(
            cjg,
            "/v1/postbus/" + parcels.path(0).path("id").asText() + "/uitreikingen",
            "",
            Map.of("Fsc-Transaction-Id", number));

    // then its answer has that number, and the one under which the message came in
    assertThat(fetched.status()).isEqualTo(200);
    assertThat(fetched.headers()).containsEntry("fsc-transaction-id", number);
    var carried = String.valueOf(fetched.headers().get("sluis-fsc-transactie"));
    assertThat(numbers(sent)).contains(carried);

    // and both read of the handing over, and of nothing else of the other
    var received = logs(cjg, "");
    assertThat(numbers(received)).contains(number, carried);
    assertThat(received.stream().filter(one -> isOf(one, carried))).hasSize(1);
    assertThat(received)
        .filteredOn(record -> !isOf(record, carried))
        .allSatisfy(record -> assertThat(isAskedBy(record, CJG)).isTrue());
    var both = logs(school, "?transaction_ids=" + carried);
    assertThat(both).hasSize(2);
    var out = both.get(1);
    assertThat(out.path("direction").asText()).isEqualTo("DIRECTION_OUTGOING");
    assertThat(out.at("/source/outway_peer_id").asText()).isEqualTo(DevSettings.SLUIS.value());
    assertThat(out.at("/source/delegator_peer_id").asText()).isEqualTo(SCHOOL.value());
    assertThat(out.at("/destination/service_peer_id").asText()).isEqualTo(CJG.value());
    assertThat(out.path("grant_hash").asText()).matches("\\$1\\$4\\$[\\w-]{86}");
    assertThat(logs(ggd, "?transaction_ids=" + carried)).isEmpty();
  }

  @Test
  void pages_follow_each_other_without_a_gap_and_only_from_a_place_of_ones_own()
      throws IOException {
    var all = logs(school, "?sort_order=SORT_ORDER_ASCENDING&limit=1000");

    var walked = new ArrayList<JsonNode>();
    var cursor = "";
    do {
      var page = read(school, "?sort_order=SORT_ORDER_ASCENDING&limit=2" + cursor).body();
      var told = JSON.readTree(page);
      told.path("records").forEach(walked::add);
      var next = told.at("/pagination/next_cursor").asText();
      cursor = next.isEmpty() ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());
    assertThat(walked).isEqualTo(all);

    var newest = logs(school, "?limit=1000");
    Collections.reverse(newest);
    assertThat(newest).isEqualTo(all);

    var first = JSON.readTree(read(school, "?limit=1").body());
    var place = first.at("/pagination/next_cursor").asText();
    assertThat(read(ggd, "?cursor=" + place).status()).isEqualTo(400);
    assertThat(read(ggd, "?cursor=" + first.at("/records/0/transaction_id").asText()).status())
        .isEqualTo(400);
  }

  @Test
  void a_question_is_narrowed_by_time_grant_and_service_and_what_cannot_be_asked_is_told()
      throws IOException {
    var newest = logs(school, "?limit=1").getFirst();
    var second = newest.path("created_at").asLong();

    assertThat(logs(school, "?after=" + second)).isEmpty();
    assertThat(logs(school, "?before=" + (second + 1) + "&limit=1")).containsExactly(newest);
    assertThat(logs(school, "?service_name=een-andere-dienst")).isEmpty();
    assertThat(logs(school, "?service_name=sluis-uitwisseling&limit=1")).hasSize(1);
    assertThat(logs(school, "?grant_hash=" + newest.path("grant_hash").asText())).isNotEmpty();
    var wrong =
        read(
            school,
            "?limit=1001&after=gisteren&sort_order=OP&cursor=hier&transaction_id=1,2&service_name=a");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(JSON.readTree(wrong.body()).path("fouten").findValuesAsText("veld"))
        .containsExactlyInAnyOrder(
            "limit", "after", "sort_order", "cursor", "transaction_id", "service_name");
  }

  @Test
  void a_number_is_a_uuid_of_version_7_and_who_comes_by_fsc_must_name_one() {
    var four = "4bf92f35-77b3-4da6-a3ce-929d0e0e4736";
    for (var wrong : List.of(four, fresh().toUpperCase(Locale.ROOT), "leerling-12")) {
      var refused = post(school, LINES, ASK, Map.of("Fsc-Transaction-Id", wrong));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.headers()).containsEntry("fsc-error-code", "INVALID_LOG_RECORD_ID");
      assertThat(refused.body()).contains("fsc-nummer-onjuist").doesNotContain(wrong);
    }

    var bearer = "Bearer " + school.token();
    var byOutway = new HashMap<>(Map.of("Content-Type", "application/json"));
    byOutway.put("Fsc-Authorization", bearer);
    var missing = school.call("POST", LINES, byOutway, ASK);
    assertThat(missing.status()).isEqualTo(400);
    assertThat(missing.headers()).containsEntry("fsc-error-code", "MISSING_LOG_RECORD_ID");

    var number = fresh();
    byOutway.put("Fsc-Transaction-Id", number);
    var taken = school.call("POST", LINES, byOutway, ASK);
    assertThat(taken.status()).isEqualTo(200);
    assertThat(taken.headers()).containsEntry("fsc-transaction-id", number);

    byOutway.put("Fsc-Authorization", bearer.substring(0, bearer.length() - 2) + "xx");
    var forged = school.call("POST", LINES, byOutway, ASK);
    assertThat(forged.status()).isEqualTo(401);
    assertThat(forged.headers()).containsEntry("fsc-error-code", "ERROR_CODE_ACCESS_TOKEN_INVALID");
  }

  @Test
  void each_request_has_one_record_also_one_that_only_reads_or_is_not_understood()
      throws IOException {
    for (var request : List.of(Map.of("GET", "/v1/postbus"), Map.of("GET", "/v1/berichten/geen"))) {
      var number = fresh();
      var headers = headers(school, number);
      request.forEach((method, path) -> school.call(method, path, headers, ""));
      assertThat(logs(school, "?transaction_ids=" + number)).hasSize(1);
    }
    var spoilt = fresh();
    assertThat(post(school, LINES, "{", Map.of("Fsc-Transaction-Id", spoilt)).status())
        .isEqualTo(400);
    assertThat(logs(school, "?transaction_ids=" + spoilt)).hasSize(1);
  }

  @Test
  void what_cannot_be_put_on_record_is_not_done_and_not_answered() throws Exception {
    var waiting = JSON.readTree(cjg.get("/v1/postbus").body());
    var parcel = waiting.at("/pakketten/0/id").asText();
    var kinds = test.gateway().logbook().kinds();
    execute("revoke insert on fsc_logregel from sluis_append");
    try {
      for (var number : List.of(Optional.of(fresh()), Optional.<String>empty())) {
        Map<String, String> more =
            number.map(one -> Map.of("Fsc-Transaction-Id", one)).orElse(Map.of());
        var refused = post(school, LINES, ASK, more);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.headers())
            .containsEntry("fsc-error-code", "TRANSACTION_LOG_WRITE_ERROR");
        assertThat(refused.body()).contains("niet-vastgelegd");
      }
      var read = school.call("GET", "/v1/postbus", headers(school, fresh()), "");
      assertThat(read.headers()).containsEntry("fsc-error-code", "TRANSACTION_LOG_WRITE_ERROR");
      assertThat(read.body()).doesNotContain("pakketten");
      var fetched = post(cjg, "/v1/postbus/" + parcel + "/uitreikingen", "", Map.of());
      assertThat(fetched.status()).isEqualTo(503);
      assertThat(fetched.body()).doesNotContain("bericht\"");
    } finally {
      execute("grant insert on fsc_logregel to sluis_append");
    }
    assertThat(test.gateway().logbook().kinds()).isEqualTo(kinds);
    assertThat(post(school, LINES, ASK, Map.of()).status()).isEqualTo(200);
  }

  @Test
  void the_log_names_the_grant_of_the_contract_that_follows_from_the_convenant() throws Exception {
    // given what the school sent, decided by this convenant
    var hashes = new HashSet<String>();
    logs(school, "").forEach(record -> hashes.add(record.path("grant_hash").asText()));
    var folder = PassingFolder.of("contracten");
    var certificate = folder.resolve("school.pem");
    var identity = test.gateway().site().identity(SCHOOL, "De Duinpieper", true);
    Files.writeString(certificate, pem(identity.partner().identity().certificate()));
    var sluis = test.gateway().settings().acute().chain();

    // when the school makes its contract itself
    var told = new ByteArrayOutputStream();
    var print = new PrintStream(told, true, StandardCharsets.UTF_8);
    var command = new ConvenantCommand(print, print);
    var status =
        command.run(
            List.of(
                "uitvoer",
                "zuid-kennemerland/2026-09",
                "--vorm=fsc",
                "--groep=" + DevSettings.ORIGIN,
                "--sluis=" + sluis,
                "--partij=" + certificate,
                "--map=" + folder));

    // then that is the contract which the log names, and who looks at it sees that
    assertThat(status).as(told.toString(StandardCharsets.UTF_8)).isZero();
    var contract = folder.resolve("naar-sluis.json");
    var made = JSON.readTree(Files.readString(contract));
    assertThat(hashes).contains(made.at("/grant_hashes/0").asText());
    assertThat(folder.resolve("naar-cjg-kennemerland.json")).exists();
    var check = "--controleer=" + contract;
    assertThat(command.run(List.of("uitvoer", "zuid-kennemerland/2026-09", "--vorm=fsc", check)))
        .isZero();
    assertThat(command.run(List.of("uitvoer", "ijmond/2026-09", "--vorm=fsc", check))).isOne();
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("In orde:", "Teken dit niet");
  }

  @Test
  void acute_danger_waits_for_no_number() {
    var headers = Map.of("Content-Type", "application/sd-jwt", "Fsc-Transaction-Id", "geen nummer");

    var answer = school.call("POST", "/v1/acute-meldingen", headers, "geen bericht");

    assertThat(answer.headers()).doesNotContainKey("fsc-error-code");
    assertThat(TransactionNumber.read(answer.headers().getOrDefault("fsc-transaction-id", "")))
        .isPresent();
  }

  private static boolean isOf(JsonNode record, String number) {
    return record.path("transaction_id").asText().equals(number);
  }

  private static boolean isAskedBy(JsonNode record, Oin peer) {
    return record.path("direction").asText().equals("DIRECTION_INCOMING")
        && record.at("/source/outway_peer_id").asText().equals(peer.value());
  }

  private static void execute(String sql) throws SQLException {
    try (var owner = test.gateway().logbook().database().owner();
        var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
