package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.gateway.boot.LinesCommand;
import nl.sluis.gateway.normen.Form;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// An organisation reads its own lines of the logbook and nobody else's, by the LDV extension for
/// reading; and its operator takes them along on the command line.
final class OwnLinesSpec {
  private static final Path SCHEMA =
      Path.of("src", "test", "resources", "normen", "ldv-lezen-1.1.0.schema.json");
  private static final JsonMapper JSON = new JsonMapper();
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final Oin CJG = new Oin("00000099000000101000");
  private static final Oin GGD = new Oin("00000099000000301000");
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private static TestGateway test;
  private static SimulatedPartner school;
  private static SimulatedPartner cjg;

  @BeforeAll
  static void a_message_goes_and_another_is_refused() throws IOException {
    test = TestGateway.start();
    assertThat(test.play(CollectorSpec.STORY)).isEmpty();
    school = test.gateway().partner(SCHOOL, "De Duinpieper");
    cjg = test.gateway().partner(CJG, "CJG Kennemerland");
  }

  @AfterAll
  static void the_logbook_is_whole() throws IOException {
    school.close();
    cjg.close();
    assertThat(test.gateway().checkLogbook()).isEmpty();
    test.close();
  }

  @Test
  void a_school_finds_its_exchange_by_child_activity_and_trace_and_each_look_is_a_row()
      throws IOException {
    // given the activity of what it sent
    var activity =
        "https://sluis.example/verwerkingen/model-kennemerland/2026-09/signaal-bespreken-cjg";
    var byActivity = read(school, "{\"dpl.core.processing_activity_id\":\"" + activity + "\"}");
    assertThat(names(byActivity))
        .contains("Bericht aangenomen: identificatie-basis, zorgsignaal-hulpvraag")
        .contains("Bericht geweigerd");

    // when it goes on from there by the number of the child, and by its trace
    var line =
        byActivity
            .path("processingActivities")
            .valueStream()
            .filter(one -> one.path("name").asText().startsWith("Bericht aangenomen"))
            .findFirst()
            .orElseThrow();
    var child = line.path("attributes").path("dpl.core.data_subject_id").asText();
    var byChild = read(school, "{\"dpl.core.data_subject_id\":\"" + child + "\"}");
    var trace = line.path("traceId").asText();
    var before = read(school, "{\"traceId\":\"" + trace + "\"}");
    test.gateway().runHousekeeping();
    var after = read(school, "{\"traceId\":\"" + trace + "\"}");

    // then it sees everything that it had recorded of this child, and the index tells no less
    assertThat(names(byChild))
        .contains("Gezag vastgelegd", "Uitspraak over toestemming vastgelegd");
    assertThat(spans(before)).isNotEmpty().isEqualTo(spans(after));
    assertThat(names(read(school, "{\"dpl.core.data_subject_id\":\"" + child + "\"}")))
        .as("that it looked is in its lines")
        .contains("Vastgelegde gegevens ingezien");
  }

  @Test
  void who_did_nothing_yet_sees_nothing_and_the_number_of_another_is_nobody() throws IOException {
    // given the number by which the school knows the child
    var rows = test.gateway().logbook().lines(Form.LDV, Optional.of(SCHOOL));
    var child = rows.getFirst().at("/attributes/dpl.core.data_subject_id").asText();

    // then it opens nothing for the CJG
    assertThat(names(read(cjg, "{\"dpl.core.data_subject_id\":\"" + child + "\"}"))).isEmpty();
    assertThat(
            names(read(cjg, "{\"traceId\":\"" + rows.getFirst().path("trace_id").asText() + "\"}")))
        .isEmpty();
  }

  @Test
  void who_asks_for_nothing_gets_nothing() {
    assertThat(school.postJson("/v1/logboek/processing-activities", "{}").status()).isEqualTo(400);
    assertThat(
            school
                .postJson(
                    "/v1/logboek/processing-activities", "{\"endTime\":\"2026-11-23T09:00:00Z\"}")
                .status())
        .isEqualTo(400);
  }

  @Test
  void the_answer_is_as_the_extension_for_reading_has_it() throws IOException {
    var headers =
        Map.of(
            "Authorization", "Bearer " + school.token(),
            "Content-Type", "application/json",
            "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-00");
    school.call(
        "POST", "/v1/logboek/processing-activities", headers, "{\"traceId\":\"" + TRACE + "\"}");
    var read = read(school, "{\"traceId\":\"0af76519-16cd-43dd-8448-eb211c80319c\"}");

    assertThat(names(read)).containsExactly("Vastgelegde gegevens ingezien");
    var attributes = read.at("/processingActivities/0/attributes");
    assertThat(attributes.path("dpl.core.foreign_operation.processor").asText())
        .endsWith("/partijen/" + SCHOOL);
  }

  @Test
  void an_operator_takes_the_log_of_a_care_provider_along_and_that_is_a_row()
      throws IOException, SQLException {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var command = new LinesCommand(print(out), print(err));
    var settings = test.gateway().settings();
    var clock = test.gateway().clock();

    // when
    var whole = command.run(settings, Form.LDV, Optional.empty(), clock);
    var ggd = command.run(settings, Form.NEN7513, Optional.of(GGD), clock);
    var none = command.run(settings, Form.NEN7513, Optional.of(SCHOOL), clock);

    // then
    assertThat(List.of(whole, ggd, none)).containsExactly(0, 0, 2);
    var lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(JSON.readTree(lines.getLast()).path("name").asText())
        .as("the look itself comes before what it shows")
        .isEqualTo("Vastgelegde gegevens ingezien");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("medisch beroepsgeheim");
    assertThat(test.gateway().logbook().kinds()).contains("inzage");
  }

  private static PrintStream print(ByteArrayOutputStream out) {
    return new PrintStream(out, true, StandardCharsets.UTF_8);
  }

  private static ObjectNode read(SimulatedPartner partner, String body) throws IOException {
    var answer = partner.postJson("/v1/logboek/processing-activities", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    var read = (ObjectNode) JSON.readTree(answer.body());
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA));
    assertThat(schema.validate(read)).isEmpty();
    return read;
  }

  private static List<String> names(JsonNode read) {
    return read.path("processingActivities")
        .valueStream()
        .map(l -> l.path("name").asText())
        .toList();
  }

  private static List<String> spans(JsonNode read) {
    return read.path("processingActivities")
        .valueStream()
        .map(l -> l.path("spanId").asText())
        .toList();
  }
}
